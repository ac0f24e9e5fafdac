import type { FactView, PlanView } from '../../../console-api/catalogue-contract.ts';
import { useCatalogueWords } from '../../language/use-catalogue-words.ts';
import { useWords } from '../../language/use-words.ts';
import { Prose } from '../../pieces/prose.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { roles } from '../../pieces/table-roles.ts';
import { contradictionsAmong } from './plans-shown.ts';
import { SourceOf } from './source-of.tsx';

const columns = [
  'catalogue.criterion',
  'catalogue.value',
  'catalogue.since',
  'catalogue.source',
  'catalogue.review',
] as const;

/** All that is known of a plan that day: what sources disagree about, side by side, then fact by fact. */
export function PlanFacts({ plan, facts }: { readonly plan: PlanView; readonly facts: readonly FactView[] }) {
  const { say } = useWords();
  if (facts.length === 0) return <p className="plan-empty">{say('catalogue.noFacts')}</p>;
  return (
    <>
      <Contradictions facts={facts} />
      <table className="facts" {...roles.table} aria-label={say('catalogue.facts', { plan: plan.name })}>
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
          {facts.map((fact) => (
            <Fact key={fact.id} fact={fact} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Fact({ fact }: { readonly fact: FactView }) {
  const { say } = useWords();
  const { criterion, day } = useCatalogueWords();
  const since = day(fact.validFrom);
  return (
    <tr {...roles.row}>
      <th {...roles.rowHead}>{criterion(fact.criterion)}</th>
      <td {...roles.cell}>
        <Value fact={fact} />
      </td>
      <td {...roles.cell}>
        <span className="fact-name">{say('catalogue.since')} </span>
        {fact.startIsUnknown ? say('catalogue.sinceAtLeast', { on: since }) : since}
      </td>
      <td {...roles.cell}>
        <SourceOf dated={fact} />
      </td>
      <td {...roles.cell}>
        <span className="fact-name">{say('catalogue.review')} </span>
        {day(fact.reviewBy)}
        {fact.isOverdue ? <Stamp tone="warn">{say('catalogue.overdue')}</Stamp> : null}
      </td>
    </tr>
  );
}

function Value({ fact }: { readonly fact: FactView }) {
  const { say } = useWords();
  const { value, said } = useCatalogueWords();
  const what = [...(fact.feature === null ? [] : [fact.feature]), ...fact.features, ...fact.models];
  return (
    <>
      <strong>{value(fact)}</strong>
      {what.length > 0 ? (
        <span className="fact-what">
          {' '}
          <Prose text={say('catalogue.onlyFor', { what: what.join(' ') })} />
        </span>
      ) : null}
      {fact.conflictsWith.length > 0 ? <Stamp tone="warn">{say('catalogue.contested')}</Stamp> : null}
      {fact.note === null ? null : <p className="fact-note">{said(fact.note)}</p>}
    </>
  );
}

function Contradictions({ facts }: { readonly facts: readonly FactView[] }) {
  const { say } = useWords();
  const { criterion } = useCatalogueWords();
  const groups = contradictionsAmong(facts);
  if (groups.length === 0) return null;
  return (
    <section className="contradictions">
      <h4>{say('catalogue.disagree')}</h4>
      <p>{say('catalogue.disagreeSays')}</p>
      {groups.map((group) => (
        <div key={group.map(({ id }) => id).join(' ')} className="contradiction">
          {group.map((fact) => (
            <div key={fact.id} className="contradiction-side">
              <span className="fact-what">{criterion(fact.criterion)}</span>
              <Side fact={fact} />
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}

function Side({ fact }: { readonly fact: FactView }) {
  const { say } = useWords();
  const { value, day } = useCatalogueWords();
  const [passage] = fact.passages;
  return (
    <>
      <strong>{value(fact)}</strong>
      {passage === undefined ? null : (
        <>
          <span className="fact-what">
            {say('catalogue.passage', { at: day(passage.recordedAt.slice(0, 10)), region: passage.region })}
          </span>
          <q lang="en" translate="no">
            {passage.passage}
          </q>
        </>
      )}
      <SourceOf dated={fact} />
    </>
  );
}
