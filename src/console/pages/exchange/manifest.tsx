import { Fragment, useState } from 'react';
import type { ExchangeView, PartView } from '../../../console-api/contract.ts';
import { useWords } from '../../language/use-words.ts';
import { kindTexts } from '../../language/kind-texts.ts';
import { PartFindings } from './part-findings.tsx';
import { PartRow } from './part-row.tsx';
import { bytesOf, groupByKind, type KindGroup } from './sums.ts';
import { roles } from '../../pieces/table-roles.ts';

type ManifestProps = { readonly exchange: ExchangeView };

/** Every piece: those sent for the first time in sight, the history folded away. */
export function Manifest({ exchange }: ManifestProps) {
  const { parts } = exchange;
  const { say, count, bytes } = useWords();
  const first = groupByKind(parts, 'first');
  const firstParts = parts.filter(({ sent }) => sent === 'first');
  return (
    <section className="manifest">
      <h3>{say('exchange.manifest')}</h3>
      {parts.some(({ findings }) => findings) ? <p className="masked-note">{say('finding.masked')}</p> : null}
      {first.length === 0 ? (
        <p>{say('exchange.firstNone')}</p>
      ) : (
        <>
          <h4>
            {count('exchange.firstPieces', firstParts.length)}, {bytes(bytesOf(firstParts))}
          </h4>
          <PartTable groups={first} sent="first" exchange={exchange} />
        </>
      )}
      <Again exchange={exchange} />
    </section>
  );
}

// A long session repeats hundreds of pieces; their rows are made only for those who open them.
function Again({ exchange }: ManifestProps) {
  const { parts } = exchange;
  const { count, bytes } = useWords();
  const [isOpen, setOpen] = useState(false);
  const again = parts.filter(({ sent }) => sent === 'again');
  if (again.length === 0) return null;
  return (
    <details className="again" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {count('exchange.againPieces', again.length)}, {bytes(bytesOf(again))}
      </summary>
      {isOpen ? <PartTable groups={groupByKind(parts, 'again')} sent="again" exchange={exchange} /> : null}
    </details>
  );
}

const columns = ['manifest.number', 'manifest.what', 'manifest.how', 'manifest.bytes', 'manifest.fingerprint'] as const;

type PartTableProps = {
  readonly groups: readonly KindGroup[];
  readonly sent: PartView['sent'];
  readonly exchange: ExchangeView;
};

function PartTable({ groups, sent, exchange }: PartTableProps) {
  const { say } = useWords();
  return (
    <table
      {...roles.table}
      data-sent={sent}
      aria-label={say(sent === 'first' ? 'exchange.firstSent' : 'exchange.again')}
    >
      <thead {...roles.group}>
        <tr {...roles.row}>
          {columns.map((column) => (
            <th key={column} {...roles.columnHead} className={column.replace('.', '-')}>
              {say(column)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <KindRows key={group.kind} group={group} exchange={exchange} />
      ))}
    </table>
  );
}

function KindRows({ group, exchange }: { readonly group: KindGroup; readonly exchange: ExchangeView }) {
  const { say, count, bytes } = useWords();
  return (
    <tbody {...roles.group}>
      <tr {...roles.row} className="group">
        <th {...roles.groupHead} colSpan={5}>
          {say(kindTexts[group.kind])}{' '}
          <span>
            {count('exchange.pieces', group.pieces.length)}, {bytes(group.bytes)}
          </span>
        </th>
      </tr>
      {group.pieces.map((piece) => (
        <Fragment key={piece.number}>
          <PartRow piece={piece} />
          {piece.part.findings ? <PartFindings piece={piece} exchange={exchange} /> : null}
        </Fragment>
      ))}
    </tbody>
  );
}
