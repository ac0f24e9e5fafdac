import { useQuery } from '@tanstack/react-query';
import { type CatalogueViewName, catalogueViews } from '../../address/address.ts';
import { go } from '../../address/places.ts';
import { changeTermsSearch, type TermsChange, type TermsSearch } from '../../address/terms-search.ts';
import { catalogueQuery } from '../../api/terms-queries.ts';
import { useCatalogueWords } from '../../language/use-catalogue-words.ts';
import { useWords } from '../../language/use-words.ts';
import { FaultNotice } from '../../pieces/fault-notice.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import { Views } from '../../pieces/views.tsx';
import { CatalogueFilters } from './catalogue-filters.tsx';
import { Claims } from './claims.tsx';
import { Comparison } from './comparison.tsx';
import { Vendors } from './vendors.tsx';
import './catalogue.css';

type CataloguePageProps = { readonly view: CatalogueViewName; readonly search: TermsSearch };

const viewTexts = {
  vendors: 'catalogue.vendors',
  comparison: 'catalogue.comparison',
  claims: 'catalogue.claims',
} as const;

/** What vendors promise on a day: fact by fact, side by side, and against the white paper. */
export function CataloguePage({ view, search }: CataloguePageProps) {
  const { say } = useWords();
  useTitle(say(view === 'vendors' ? 'catalogue.title' : viewTexts[view]));
  const views = catalogueViews.map((name) => ({
    name,
    text: say(viewTexts[name]),
    to: { page: 'catalogue', view: name, search: pick(search, name) } as const,
    isCurrent: name === view,
  }));
  const change = (changed: TermsChange): void =>
    go(
      { page: 'catalogue', view, search: changeTermsSearch(search, changed) },
      { keepsScroll: true, isReplacement: true },
    );
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say('catalogue.title')}</h1>
          <p>{say(view === 'claims' ? 'claims.lead' : 'catalogue.lead')}</p>
        </div>
        <Basis on={search.on} />
      </div>
      <Views label={say('catalogue.views')} views={views} />
      {view === 'claims' ? (
        <Claims search={search} onChange={change} />
      ) : (
        <Plans view={view} search={search} onChange={change} />
      )}
    </>
  );
}

// What one view is narrowed by and another does not know would be an invisible filter.
function pick({ on, vendor, audience }: TermsSearch, view: CatalogueViewName): TermsSearch {
  return changeTermsSearch({}, view === 'claims' ? { on } : { on, vendor, audience });
}

type PlansProps = {
  readonly view: 'vendors' | 'comparison';
  readonly search: TermsSearch;
  readonly onChange: (change: TermsChange) => void;
};

function Plans({ view, search, onChange }: PlansProps) {
  const { data, error, refetch } = useQuery(catalogueQuery(search.on));
  return (
    <>
      <CatalogueFilters view={view} search={search} catalogue={data} onChange={onChange} />
      {!data && error ? <FaultNotice fault={error} onTryAgain={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data && view === 'vendors' ? <Vendors catalogue={data} search={search} /> : null}
      {data && view === 'comparison' ? <Comparison catalogue={data} search={search} /> : null}
    </>
  );
}

// Which catalogue, how old it may get, and how much of it is overdue.
function Basis({ on }: { readonly on: string | undefined }) {
  const { say, number } = useWords();
  const { day } = useCatalogueWords();
  const { data } = useQuery(catalogueQuery(on));
  if (!data) return null;
  const { version, nextReviewBy, overdue } = data;
  return (
    <p className="catalogue-basis">
      {nextReviewBy === null
        ? say('catalogue.basisBare', { version })
        : say('catalogue.basis', { version, by: day(nextReviewBy) })}
      {overdue > 0 ? (
        <Stamp tone="warn">
          {say('catalogue.overdueAll')} {number(overdue)}
        </Stamp>
      ) : null}
    </p>
  );
}
