import type { CatalogueView } from '../../../console-api/catalogue-contract.ts';
import type { TermsChange, TermsSearch } from '../../address/terms-search.ts';
import { useWords } from '../../language/use-words.ts';
import { AudienceChoice } from '../../pieces/audience-choice.tsx';
import { Choice } from '../../pieces/choice.tsx';
import { DayField } from '../../pieces/day-field.tsx';

type CatalogueFiltersProps = {
  readonly view: 'vendors' | 'comparison';
  readonly search: TermsSearch;
  readonly catalogue: CatalogueView | undefined;
  readonly onChange: (change: TermsChange) => void;
};

/** Which plans, on which day, by which criteria. */
export function CatalogueFilters({ view, search, catalogue, onChange }: CatalogueFiltersProps) {
  const { say } = useWords();
  const known = (catalogue?.vendors ?? []).map(({ id, name }) => ({ value: id, text: name }));
  const isMissing = search.vendor !== undefined && !known.some(({ value }) => value === search.vendor);
  const vendors = isMissing ? [...known, { value: search.vendor, text: search.vendor }] : known;
  return (
    <section className="filters" aria-label={say('terms.filters')}>
      <Choice
        label={say('terms.vendor')}
        any={say('terms.anyVendor')}
        value={search.vendor}
        options={vendors}
        onChange={(vendor) => onChange({ vendor })}
      />
      <AudienceChoice value={search.audience} onChange={(audience) => onChange({ audience })} />
      {view === 'comparison' ? (
        <Choice
          label={say('comparison.criteria')}
          any={say('comparison.paper')}
          value={search.criteria}
          options={[{ value: 'more', text: say('comparison.more') }]}
          onChange={(criteria) => onChange({ criteria })}
        />
      ) : null}
      <DayField label={say('terms.on')} value={search.on} onChange={(on) => onChange({ on })} />
      {Object.keys(search).length > 0 ? (
        <button
          type="button"
          className="quiet"
          onClick={() =>
            onChange({ on: undefined, vendor: undefined, audience: undefined, criteria: undefined, verdict: undefined })
          }
        >
          {say('filter.clear')}
        </button>
      ) : null}
    </section>
  );
}
