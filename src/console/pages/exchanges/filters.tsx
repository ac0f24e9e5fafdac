import { useQuery } from '@tanstack/react-query';
import type { NamedView } from '../../../console-api/contract.ts';
import { start } from '../../address/address.ts';
import { go } from '../../address/places.ts';
import { namesQuery } from '../../api/queries.ts';
import { useWords } from '../../language/use-words.ts';
import { kindNames, kindTexts } from '../../language/kind-texts.ts';
import { Choice } from '../../pieces/choice.tsx';
import { changeSearch, isFiltered, type ListSearch } from '../../address/list-search.ts';
import { TimeBounds } from './time-bounds.tsx';

export type ChangeFilter = (change: Parameters<typeof changeSearch>[1]) => void;

const spanTexts = {
  hour: 'filter.hour',
  day: 'filter.day',
  week: 'filter.week',
  month: 'filter.month',
  between: 'filter.between',
} as const;

const verdictTexts = { allow: 'verdict.allow', redact: 'verdict.redact', block: 'verdict.block' } as const;

/** The filters of the list. They stand in the address, so that a view can be kept and handed on. */
export function Filters({ search }: { readonly search: ListSearch }) {
  const { say } = useWords();
  const change: ChangeFilter = (changed) =>
    go({ page: 'exchanges', search: changeSearch(search, changed) }, { keepsScroll: true });
  return (
    <section className="filters" aria-label={say('filter.label')}>
      <NameChoices search={search} change={change} />
      <Choice
        label={say('filter.kind')}
        any={say('filter.anyKind')}
        value={search.kind}
        options={kindNames.map((kind) => ({ value: kind, text: say(kindTexts[kind]) }))}
        onChange={(kind) => change({ kind })}
      />
      <Choice
        label={say('filter.verdict')}
        any={say('filter.anyVerdict')}
        value={search.verdict}
        options={(['allow', 'redact', 'block'] as const).map((verdict) => ({
          value: verdict,
          text: say(verdictTexts[verdict]),
        }))}
        onChange={(verdict) => change({ verdict })}
      />
      <Choice
        label={say('filter.time')}
        any={say('filter.anyTime')}
        value={search.span}
        options={(['hour', 'day', 'week', 'month', 'between'] as const).map((span) => ({
          value: span,
          text: say(spanTexts[span]),
        }))}
        onChange={(span) => change({ span, ...(span === 'between' ? {} : { from: undefined, until: undefined }) })}
      />
      {search.span === 'between' ? <TimeBounds search={search} change={change} /> : null}
      {isFiltered(search) ? (
        <button type="button" className="quiet" onClick={() => go(start, { keepsScroll: true })}>
          {say('filter.clear')}
        </button>
      ) : null}
    </section>
  );
}

function NameChoices({ search, change }: { readonly search: ListSearch; readonly change: ChangeFilter }) {
  const { say } = useWords();
  const { data } = useQuery(namesQuery);
  return (
    <>
      <Choice
        label={say('filter.person')}
        any={say('filter.anyPerson')}
        value={search.person}
        options={named(data?.persons, search.person)}
        onChange={(person) => change({ person })}
      />
      <Choice
        label={say('filter.workspace')}
        any={say('filter.anyWorkspace')}
        value={search.workspace}
        options={named(data?.workspaces, search.workspace)}
        onChange={(workspace) => change({ workspace })}
      />
    </>
  );
}

// An address may name somebody who is not, or not yet, among the names: the choice then shows the id, not "everyone".
function named(names: readonly NamedView[] = [], chosen: string | undefined) {
  const options = names
    .map(({ id, name }) => ({ value: id, text: name }))
    .toSorted((one, other) => one.text.localeCompare(other.text));
  const isMissing = chosen !== undefined && !options.some(({ value }) => value === chosen);
  return isMissing ? [...options, { value: chosen, text: chosen }] : options;
}
