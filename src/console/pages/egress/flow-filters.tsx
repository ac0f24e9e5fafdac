import { audienceNames, effectNames, type FlowsView } from '../../../console-api/egress-contract.ts';
import { changeFlowSearch, type FlowSearch } from '../../address/flow-search.ts';
import { go } from '../../address/places.ts';
import { useWords } from '../../language/use-words.ts';
import { Choice } from '../../pieces/choice.tsx';
import { useEgressWords } from './use-egress-words.ts';

type FlowFiltersProps = { readonly view: FlowsView; readonly search: FlowSearch };

/** The filters of the connections. They stand in the address. */
export function FlowFilters({ view: { vendors, purposes }, search }: FlowFiltersProps) {
  const { say } = useWords();
  const words = useEgressWords();
  const change = (changed: Parameters<typeof changeFlowSearch>[1]): void =>
    go({ page: 'egress', view: 'flows', search: changeFlowSearch(search, changed) }, { keepsScroll: true });
  return (
    <section className="filters" aria-label={say('flows.filters')}>
      <Choice
        label={say('flows.column.effect')}
        any={say('flows.anyEffect')}
        value={search.effect}
        options={effectNames.map((value) => ({ value, text: say(`flow.effect.${value}`) }))}
        onChange={(effect) => change({ effect })}
      />
      <Choice
        label={say('flows.column.vendor')}
        any={say('flows.anyVendor')}
        value={search.vendor}
        options={withChosen(vendors, search.vendor).map((value) => ({ value, text: value }))}
        onChange={(vendor) => change({ vendor })}
      />
      <Choice
        label={say('flows.purpose')}
        any={say('flows.anyPurpose')}
        value={search.purpose}
        options={withChosen(purposes, search.purpose).map((value) => ({ value, text: words.purpose(value) }))}
        onChange={(purpose) => change({ purpose })}
      />
      <Choice
        label={say('flows.column.audience')}
        any={say('flows.anyAudience')}
        value={search.audience}
        options={audienceNames.map((value) => ({ value, text: words.audience(value) }))}
        onChange={(audience) => change({ audience })}
      />
    </section>
  );
}

// What an address asks for and nobody has used lately is shown as chosen all the same.
function withChosen(names: readonly string[], chosen: string | undefined): readonly string[] {
  return chosen === undefined || names.includes(chosen) ? names : [...names, chosen];
}
