import { useId } from 'react';
import { useWords } from '../../language/use-words.ts';
import type { ChangeFilter } from './filters.tsx';
import type { ListSearch } from '../../address/list-search.ts';

type TimeBoundsProps = { readonly search: ListSearch; readonly change: ChangeFilter };

/** Two instants, entered in the browser's own zone. */
export function TimeBounds({ search, change }: TimeBoundsProps) {
  const { say } = useWords();
  return (
    <>
      <TimeBound label={say('filter.from')} value={search.from} onChange={(from) => change({ from })} />
      <TimeBound label={say('filter.until')} value={search.until} onChange={(until) => change({ until })} />
    </>
  );
}

type TimeBoundProps = {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
};

function TimeBound({ label, value, onChange }: TimeBoundProps) {
  const id = useId();
  return (
    <div className="choice" data-chosen={value !== undefined}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        defaultValue={value === undefined ? '' : localOf(value)}
        onChange={({ target }) => onChange(target.value === '' ? undefined : new Date(target.value).toISOString())}
      />
    </div>
  );
}

// The field speaks local time without a zone.
function localOf(instant: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
