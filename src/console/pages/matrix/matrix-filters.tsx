import type { MatrixView } from '../../../console-api/policy-contract.ts';
import { go } from '../../address/places.ts';
import { changeTermsSearch, type TermsChange, type TermsSearch } from '../../address/terms-search.ts';
import { useWords } from '../../language/use-words.ts';
import { AudienceChoice } from '../../pieces/audience-choice.tsx';
import { Choice } from '../../pieces/choice.tsx';
import { DayField } from '../../pieces/day-field.tsx';

type MatrixFiltersProps = { readonly search: TermsSearch; readonly matrix: MatrixView | undefined };

/** Which plans, sent to from which workspace, on which day. They stand in the address. */
export function MatrixFilters({ search, matrix }: MatrixFiltersProps) {
  const { say } = useWords();
  const change = (changed: TermsChange): void =>
    go({ page: 'matrix', search: changeTermsSearch(search, changed) }, { keepsScroll: true, isReplacement: true });
  const vendors = new Map(matrix?.rows.map(({ vendor, vendorName }) => [vendor, vendorName]));
  return (
    <section className="filters" aria-label={say('terms.filters')}>
      <Choice
        label={say('terms.vendor')}
        any={say('terms.anyVendor')}
        value={search.vendor}
        options={withChosen(
          [...vendors].map(([value, text]) => ({ value, text })),
          search.vendor,
        )}
        onChange={(vendor) => change({ vendor })}
      />
      <AudienceChoice value={search.audience} onChange={(audience) => change({ audience })} />
      <Choice
        label={say('terms.workspace')}
        any={say('terms.anyWorkspace')}
        value={search.workspace}
        options={withChosen(
          (matrix?.workspaces ?? []).map((name) => ({ value: name, text: name })),
          search.workspace,
        )}
        onChange={(workspace) => change({ workspace })}
      />
      <DayField label={say('terms.on')} value={search.on} onChange={(on) => change({ on })} />
      {Object.keys(search).length > 0 ? (
        <button
          type="button"
          className="quiet"
          onClick={() => go({ page: 'matrix', search: {} }, { keepsScroll: true })}
        >
          {say('filter.clear')}
        </button>
      ) : null}
    </section>
  );
}

type Option = { readonly value: string; readonly text: string };

// An address may name what is not, or not yet, there: the choice then shows that, not "all".
function withChosen(options: readonly Option[], chosen: string | undefined): readonly Option[] {
  const isMissing = chosen !== undefined && !options.some(({ value }) => value === chosen);
  return isMissing ? [...options, { value: chosen, text: chosen }] : options;
}
