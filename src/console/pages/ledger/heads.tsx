import { useQuery } from '@tanstack/react-query';
import type { HeadView, KeptHeadView } from '../../../console-api/ledger-contract.ts';
import { headQuery, headsQuery, ledgerFiles } from '../../api/ledger-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Box, Boxes } from '../../pieces/box.tsx';
import { Copyable } from '../../pieces/copyable.tsx';
import { FaultNotice } from '../../pieces/fault-notice.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { roles } from '../../pieces/table-roles.ts';
import { readHead } from '../../verification/known-log.ts';
import { Verifying } from './verifying.tsx';

/** The signed head of the log, its keys, and the heads that were kept, with what others vouched for. */
export function Heads() {
  const head = useQuery(headQuery);
  const kept = useQuery(headsQuery);
  const error = head.error ?? kept.error;
  const again = (): void => void Promise.all([head.refetch(), kept.refetch()]);
  if (!head.data || !kept.data) return error ? <FaultNotice fault={error} onTryAgain={again} /> : <Loading />;
  return (
    <>
      <Head head={head.data} />
      <KeptHeads heads={kept.data} />
    </>
  );
}

function Head({ head: { checkpoint, keys } }: { readonly head: HeadView }) {
  const { say, number } = useWords();
  if (checkpoint === null) return <Notice title={say('verify.notBegun')} />;
  const { origin, size } = readHead(checkpoint);
  return (
    <section className="record-proof">
      <Boxes title={say('heads.now')} note={say('heads.nowSays')}>
        <Box name={say('heads.log')} isWide>
          <Copyable text={origin} what={say('heads.log')} />
        </Box>
        <Box name={say('heads.size')}>{number(size)}</Box>
        <Box name={say('heads.head')}>
          <Copyable text={checkpoint} short={checkpoint.split('\n')[2] ?? ''} what={say('heads.head')} />
        </Box>
        {keys.map((key) => (
          <Box key={key} name={say('verify.key')} isWide>
            <Copyable text={key} short={`${key.slice(0, 80)}…`} what={say('verify.key')} />
          </Box>
        ))}
      </Boxes>
      <Verifying />
    </section>
  );
}

const columns = ['heads.signedAt', 'heads.size', 'heads.witnesses', 'heads.timeStamp', 'heads.note'] as const;

function KeptHeads({ heads }: { readonly heads: readonly KeptHeadView[] }) {
  const { say } = useWords();
  return (
    <section>
      <h2>{say('heads.kept')}</h2>
      <p className="records-note">{say('heads.keptSays')}</p>
      <table className="records" {...roles.table} aria-label={say('heads.kept')}>
        <thead {...roles.group}>
          <tr {...roles.row}>
            {columns.map((column) => (
              <th key={column} {...roles.columnHead}>
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.group}>
          {heads.map((head) => (
            <KeptHead key={`${head.size} ${head.signedAt}`} head={head} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function KeptHead({ head }: { readonly head: KeptHeadView }) {
  const { say, number } = useWords();
  return (
    <tr {...roles.row}>
      <th {...roles.rowHead}>
        <Moment at={head.signedAt} />
      </th>
      <td {...roles.cell}>
        <span className="cell-name">{say('heads.size')} </span>
        {number(head.size)}
      </td>
      <td {...roles.cell}>
        <span className="cell-name">{say('heads.witnesses')} </span>
        {head.isCosigned ? (
          <Stamp tone="plain">{say('heads.cosigned')}</Stamp>
        ) : (
          <Stamp tone="ended">{say('heads.notCosigned')}</Stamp>
        )}
      </td>
      <td {...roles.cell}>
        <span className="cell-name">{say('heads.timeStamp')} </span>
        {head.hasTimeStamp ? (
          <a href={ledgerFiles.timeStamp(head)} download>
            {say('heads.downloadStamp')}
          </a>
        ) : (
          say('heads.noStamp')
        )}
      </td>
      <td {...roles.cell}>
        <Copyable text={head.note} short={head.note.split('\n')[2]?.slice(0, 16) ?? ''} what={say('heads.note')} />
      </td>
    </tr>
  );
}
