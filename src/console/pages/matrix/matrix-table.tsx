import type { MatrixRowView, MatrixView } from '../../../console-api/policy-contract.ts';
import { reasonIn } from '../../language/use-reasons.ts';
import { useWords } from '../../language/use-words.ts';
import { Stamp } from '../../pieces/stamp.tsx';
import { roles } from '../../pieces/table-roles.ts';
import { MatrixCell } from './matrix-cell.tsx';
import type { MatrixLine, VendorLines } from './matrix-lines.ts';

type MatrixTableProps = {
  readonly matrix: MatrixView;
  /** Those under contracts, once more above all others. */
  readonly held: readonly MatrixLine[];
  readonly vendors: readonly VendorLines[];
};

/** Plans down, labels across, the least sensitive first. */
export function MatrixTable({ matrix, held, vendors }: MatrixTableProps) {
  const { say } = useWords();
  return (
    <table className="matrix" {...roles.table} aria-label={say('matrix.table')}>
      <thead {...roles.group}>
        <tr {...roles.row}>
          <th {...roles.columnHead}>{say('matrix.plan')}</th>
          {matrix.labels.map((label) => (
            <th key={label.name} {...roles.columnHead}>
              {label.name}
              {label.needsZdr ? <small>{say('matrix.needsZdr')}</small> : null}
              {label.neverLeaves ? <small>{say('matrix.neverLeaves')}</small> : null}
            </th>
          ))}
        </tr>
      </thead>
      {held.length > 0 ? <Lines title={say('matrix.yours')} lines={held} matrix={matrix} isHeld namesVendor /> : null}
      {vendors.map(({ vendor, name, lines }) => (
        <Lines key={vendor} title={name} lines={lines} matrix={matrix} />
      ))}
    </table>
  );
}

type LinesProps = {
  readonly title: string;
  readonly lines: readonly MatrixLine[];
  readonly matrix: MatrixView;
  readonly isHeld?: boolean;
  readonly namesVendor?: boolean;
};

function Lines({ title, lines, matrix, isHeld = false, namesVendor = false }: LinesProps) {
  return (
    <tbody {...roles.group} className={isHeld ? 'matrix-held' : undefined}>
      <tr {...roles.row} className="matrix-vendor">
        <th {...roles.groupHead} colSpan={matrix.labels.length + 1}>
          {title}
        </th>
      </tr>
      {lines.map((line) => (
        <Line key={line.plans.map(keyOf).join(' ')} line={line} matrix={matrix} namesVendor={namesVendor} />
      ))}
    </tbody>
  );
}

function keyOf({ vendor, plan, agreed }: MatrixRowView): string {
  return `${vendor}/${plan}+${agreed.join('+')}`;
}

type LineProps = { readonly line: MatrixLine; readonly matrix: MatrixView; readonly namesVendor: boolean };

function Line({ line: { plans, blockedBy, cells }, matrix, namesVendor }: LineProps) {
  return (
    <tr {...roles.row} className="matrix-line">
      <th {...roles.rowHead}>
        <Plans plans={plans} namesVendor={namesVendor} />
      </th>
      {blockedBy.length > 0 ? (
        <td {...roles.cell} className="matrix-whole" colSpan={matrix.labels.length}>
          <BlockedThroughout by={blockedBy} matrix={matrix} />
        </td>
      ) : (
        cells.map((cell) => (
          <td key={cell.label} {...roles.cell}>
            <span className="cell-name">{cell.label}</span>
            <MatrixCell cell={cell} />
          </td>
        ))
      )}
    </tr>
  );
}

const agreedTexts = { zdr: 'matrix.withZdr', no_training: 'matrix.withNoTraining' } as const;

function Plans({ plans, namesVendor }: { readonly plans: readonly MatrixRowView[]; readonly namesVendor: boolean }) {
  const { say } = useWords();
  const [{ audience = 'commercial', agreed = [] } = {}] = plans;
  return (
    <>
      <ul className="matrix-plans">
        {plans.map((row) => (
          <li key={keyOf(row)}>
            {namesVendor ? `${row.vendorName} ${row.planName}` : row.planName}
            {row.contracts.map((name) => (
              <span key={name} className="matrix-contract">
                {say('matrix.contract', { name })}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {agreed.map((each) => (
        <small key={each}>{say(agreedTexts[each])}</small>
      ))}
      {audience === 'consumer' ? <small>{say('matrix.consumer')}</small> : null}
    </>
  );
}

function BlockedThroughout({ by, matrix }: { readonly by: readonly string[]; readonly matrix: MatrixView }) {
  const words = useWords();
  const { say } = words;
  const texts = by.map((id) => reasonIn(words, matrix.reasons, id).text);
  return (
    <>
      <Stamp tone="refused">{say('matrix.blockAll')}</Stamp> <span>{texts.join(' ')}</span>{' '}
      {by.map((id) => (
        <span key={id}>
          <code>{id}</code>{' '}
        </span>
      ))}
    </>
  );
}
