import { useQuery } from '@tanstack/react-query';
import type { RecordLineView, RecordView } from '../../../console-api/ledger-contract.ts';
import { Link } from '../../address/link.tsx';
import { isUnknownRecord } from '../../api/fault.ts';
import { ledgerFiles, recordQuery } from '../../api/ledger-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Box, Boxes } from '../../pieces/box.tsx';
import { Copyable } from '../../pieces/copyable.tsx';
import { FaultNotice } from '../../pieces/fault-notice.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import { Verifying } from './verifying.tsx';
import './ledger.css';

/** One entry of the log: what it says, the record it commits to, and what proves it. */
export function RecordPage({ name }: { readonly name: string }) {
  const words = useWords();
  const { data, error, refetch } = useQuery(recordQuery(name));
  useTitle(words.say('record.title'));
  return (
    <>
      <nav className="way-back" aria-label={words.say('record.backLabel')}>
        <Link to={{ page: 'ledger', view: 'records', search: {} }}>
          <span aria-hidden="true">← </span>
          {words.say('record.back')}
        </Link>
      </nav>
      {data ? <Shown entry={data} /> : null}
      {!data && !error ? <Loading /> : null}
      {error && isUnknownRecord(error) ? (
        <Notice title={words.say('missing.title')} isPage>
          <p>{words.fault(error).text}</p>
        </Notice>
      ) : null}
      {!data && error && !isUnknownRecord(error) ? (
        <FaultNotice fault={error} onTryAgain={() => void refetch()} />
      ) : null}
    </>
  );
}

function Shown({ entry: { line, leaf, record } }: { readonly entry: RecordView }) {
  const { say, recordKind } = useWords();
  return (
    <article className="record">
      <header className="page-head">
        <div>
          <h1>{line === null ? say('record.ofLog') : recordKind(line.kind)}</h1>
          <p>{say(line === null ? 'record.ofLogSays' : 'record.lead')}</p>
        </div>
      </header>
      {line === null ? null : <Facts line={line} />}
      <section className="record-proof" aria-label={say('record.proof')}>
        <h2>{say('record.proof')}</h2>
        <p>
          <Prose text={say(leaf === null ? 'record.waits' : 'record.proofSays')} />
        </p>
        {line === null || leaf === null ? null : (
          <p>
            <a className="button" href={ledgerFiles.proof(line.id)} download>
              {say('record.download')}
            </a>
          </p>
        )}
        {leaf === null ? null : <Verifying recordId={line?.id} />}
      </section>
      <Text title={say('record.text')} note={say('record.textSays')} text={record} none={say(noRecord(line))} />
      <Text title={say('record.leaf')} note={say('record.leafSays')} text={leaf} none={say('record.waits')} />
    </article>
  );
}

function noRecord(line: RecordLineView | null) {
  return line === null ? 'record.ofLogSays' : 'record.isErased';
}

function Facts({ line }: { readonly line: RecordLineView }) {
  const { say, retentionClass } = useWords();
  const who = [line.person, line.workspace].filter((name) => name !== null).join(' · ');
  return (
    <Boxes title={say('record.facts')}>
      <Box name={say('ledger.at')}>
        <Moment at={line.at} />
      </Box>
      <Box name={say('ledger.place')}>{line.seq ?? say('ledger.waits')}</Box>
      <Box name={say('ledger.class')}>{retentionClass(line.class)}</Box>
      <Box name={say('ledger.who')}>{who === '' ? say('record.nobody') : who}</Box>
      <Box name={say('exchange.recordId')} isWide>
        <Copyable text={line.id} what={say('exchange.recordId')} />
      </Box>
      {line.exchangeId === null ? null : (
        <Box name={say('record.exchange')} isWide>
          <Link to={{ page: 'exchange', exchangeId: line.exchangeId, list: {} }}>{say('record.toExchange')}</Link>
        </Box>
      )}
      {line.isErased ? (
        <Box name={say('record.state')} isWide>
          <Stamp tone="ended">{say('ledger.erased')}</Stamp>
        </Box>
      ) : null}
    </Boxes>
  );
}

type TextProps = {
  readonly title: string;
  readonly note: string;
  readonly text: string | null;
  readonly none: string;
};

function Text({ title, note, text, none }: TextProps) {
  return (
    <section className="record-text">
      <h2>{title}</h2>
      <p>
        <Prose text={text === null ? none : note} />
      </p>
      {text === null ? null : <pre>{text}</pre>}
    </section>
  );
}
