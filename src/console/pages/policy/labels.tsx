import type { LabelView } from '../../../console-api/policy-contract.ts';
import { useWords, type Words } from '../../language/use-words.ts';
import { roles } from '../../pieces/table-roles.ts';

/** The labels, the least sensitive first: what they cover and what they demand. */
export function Labels({ labels }: { readonly labels: readonly LabelView[] }) {
  const words = useWords();
  const { say } = words;
  return (
    <section>
      <h2>{say('policy.labels')}</h2>
      <table className="labels" {...roles.table} aria-label={say('policy.labels')}>
        <thead {...roles.group}>
          <tr {...roles.row}>
            <th {...roles.columnHead}>{say('policy.label')}</th>
            <th {...roles.columnHead}>{say('policy.covers')}</th>
            <th {...roles.columnHead}>{say('policy.limits')}</th>
            <th {...roles.columnHead}>{say('policy.retention')}</th>
          </tr>
        </thead>
        <tbody {...roles.group}>
          {labels.map((label) => (
            <tr key={label.name} {...roles.row}>
              <th {...roles.rowHead}>{label.name}</th>
              <td {...roles.cell}>
                <Covered label={label} />
              </td>
              <td {...roles.cell}>{limitsOf(words, label)}</td>
              <td {...roles.cell}>
                <span className="cell-name">{say('policy.retention')} </span>
                {label.retention}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Covered({ label: { paths, except, detectors, isDefault } }: { readonly label: LabelView }) {
  const { say } = useWords();
  const isGiven = paths.length + detectors.length === 0;
  return (
    <>
      {isDefault ? <p>{say('policy.coversRest')}</p> : null}
      {isGiven && !isDefault ? <p>{say('policy.coversNothing')}</p> : null}
      {paths.length > 0 ? (
        <ul className="globs">
          {paths.map((glob) => (
            <li key={glob}>
              <code>{glob}</code>
            </li>
          ))}
        </ul>
      ) : null}
      {except.length > 0 ? <p>{say('policy.except', { globs: except.join(' ') })}</p> : null}
      {detectors.length > 0 ? <p>{say('policy.found', { detectors: detectors.join(', ') })}</p> : null}
    </>
  );
}

function limitsOf({ say }: Words, { needsZdr, neverLeaves }: LabelView): string {
  const limits = [...(needsZdr ? [say('matrix.needsZdr')] : []), ...(neverLeaves ? [say('matrix.neverLeaves')] : [])];
  return limits.length > 0 ? limits.join(', ') : say('policy.noLimit');
}
