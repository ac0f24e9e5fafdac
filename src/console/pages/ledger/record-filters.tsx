import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import type { NamedView } from '../../../console-api/contract.ts';
import { changeLedgerSearch, type LedgerSearch } from '../../address/ledger-search.ts';
import { go } from '../../address/places.ts';
import { namesQuery } from '../../api/queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Choice } from '../../pieces/choice.tsx';
import { DayField } from '../../pieces/day-field.tsx';

type RecordFiltersProps = { readonly search: LedgerSearch; readonly kinds: readonly string[] };

/** The filters of the records, and the way to one of them by its id or its place. */
export function RecordFilters({ search, kinds }: RecordFiltersProps) {
  const { say, recordKind } = useWords();
  const { data: names } = useQuery(namesQuery);
  const change = (changed: Parameters<typeof changeLedgerSearch>[1]): void =>
    go({ page: 'ledger', view: 'records', search: changeLedgerSearch(search, changed) }, { keepsScroll: true });
  return (
    <section className="filters" aria-label={say('ledger.filters')}>
      <Choice
        label={say('ledger.kind')}
        any={say('ledger.anyKind')}
        value={search.kind}
        options={kinds.map((kind) => ({ value: kind, text: recordKind(kind) }))}
        onChange={(kind) => change({ kind })}
      />
      <Choice
        label={say('filter.person')}
        any={say('filter.anyPerson')}
        value={search.person}
        options={optionsOf(names?.persons, search.person)}
        onChange={(person) => change({ person })}
      />
      <Choice
        label={say('filter.workspace')}
        any={say('filter.anyWorkspace')}
        value={search.workspace}
        options={optionsOf(names?.workspaces, search.workspace)}
        onChange={(workspace) => change({ workspace })}
      />
      <DayField label={say('ledger.until')} value={search.until} onChange={(until) => change({ until })} />
      <FindRecord />
    </section>
  );
}

function FindRecord() {
  const { say } = useWords();
  const id = useId();
  return (
    <form className="choice record-find" onSubmit={openNamed}>
      <label htmlFor={id}>{say('ledger.find')}</label>
      <span>
        <input id={id} name="name" maxLength={60} spellCheck={false} autoComplete="off" />
        <button type="submit">{say('ledger.findGo')}</button>
      </span>
    </form>
  );
}

function openNamed(event: FormEvent<HTMLFormElement>): void {
  event.preventDefault();
  const name = new FormData(event.currentTarget).get('name');
  if (typeof name === 'string' && name.trim() !== '') go({ page: 'record', name: name.trim() });
}

// An address may name somebody who is not, or not yet, among the names: the choice then shows the id, not "everyone".
function optionsOf(names: readonly NamedView[] = [], chosen: string | undefined) {
  const options = names.map(({ id, name }) => ({ value: id, text: name }));
  const isMissing = chosen !== undefined && !options.some(({ value }) => value === chosen);
  return isMissing ? [...options, { value: chosen, text: chosen }] : options;
}
