import { Fragment } from 'react';
import type { CatalogueView, FactView, PlanView, VendorView } from '../../../console-api/catalogue-contract.ts';
import { comparisonCsvAddress } from '../../api/terms-queries.ts';
import { Link } from '../../address/link.tsx';
import { changeTermsSearch, type TermsSearch } from '../../address/terms-search.ts';
import { useCatalogueWords } from '../../language/use-catalogue-words.ts';
import { useWords } from '../../language/use-words.ts';
import { Notice } from '../../pieces/notice.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { Mark } from '../../pieces/stamp.tsx';
import { roles } from '../../pieces/table-roles.ts';
import { factsOf, vendorsShown } from './plans-shown.ts';

/*
 * A column holds the criteria that answer one question. The white paper compares by five; the others are what its table
 * leaves out and a decision turns on.
 */
const paperColumns = [
  ['training', 'training_despite_opt_out'],
  ['retention', 'retention_exception'],
  ['ownership'],
  ['indemnity', 'indemnity_exclusion', 'indemnity_condition'],
  ['zdr', 'zdr_exclusion'],
] as const;

const moreColumns = [
  ['business_use'],
  ['feedback'],
  ['human_review'],
  ['deletion'],
  ['region', 'isolation'],
  ['sub_processors', 'training_by_third_parties'],
] as const;

type Column = readonly [string, ...string[]];

/** Plans side by side. What nobody says is unknown, and contradictions stay contradictions. */
export function Comparison({ catalogue, search }: { readonly catalogue: CatalogueView; readonly search: TermsSearch }) {
  const { say, language } = useWords();
  const { criterion } = useCatalogueWords();
  const vendors = vendorsShown(catalogue, search);
  const columns: readonly Column[] = search.criteria === 'more' ? moreColumns : paperColumns;
  if (vendors.length === 0) return <Notice title={say('catalogue.nothing')} />;
  return (
    <>
      <p className="comparison-how">
        {say('comparison.how')}{' '}
        <a href={comparisonCsvAddress(search.on, language)} download>
          {say('comparison.csv')}
        </a>
      </p>
      <table className="comparison" {...roles.table} aria-label={say('comparison.table')}>
        <thead {...roles.group}>
          <tr {...roles.row}>
            <th {...roles.columnHead}>{say('catalogue.plan')}</th>
            {columns.map(([first]) => (
              <th key={first} {...roles.columnHead}>
                {criterion(first)}
              </th>
            ))}
          </tr>
        </thead>
        {vendors.map((vendor) => (
          <tbody key={vendor.id} {...roles.group}>
            <tr {...roles.row} className="comparison-vendor">
              <th {...roles.groupHead} colSpan={columns.length + 1}>
                <Link to={{ page: 'catalogue', view: 'vendors', search: { ...onOf(search), vendor: vendor.id } }}>
                  {vendor.name}
                </Link>
              </th>
            </tr>
            {vendor.products
              .flatMap(({ plans }) => plans)
              .map((plan) => (
                <ComparedPlan key={plan.id} plan={plan} vendor={vendor} columns={columns} />
              ))}
          </tbody>
        ))}
      </table>
    </>
  );
}

function onOf({ on }: TermsSearch): TermsSearch {
  return changeTermsSearch({}, { on });
}

type ComparedPlanProps = {
  readonly plan: PlanView;
  readonly vendor: VendorView;
  readonly columns: readonly Column[];
};

function ComparedPlan({ plan, vendor, columns }: ComparedPlanProps) {
  const { say } = useWords();
  const { criterion, status } = useCatalogueWords();
  const facts = factsOf(vendor, plan.facts);
  return (
    <tr {...roles.row} className="comparison-plan">
      <th {...roles.rowHead}>
        {plan.name}
        {plan.audience === 'consumer' ? <small>{say('matrix.consumer')}</small> : null}
        {plan.status === 'offered' ? null : <small>{status(plan.status)}</small>}
      </th>
      {columns.map((column) => (
        <td key={column[0]} {...roles.cell}>
          <span className="fact-name">{criterion(column[0])}</span>
          <Compared column={column} facts={facts} businessUse={plan.businessUse} />
        </td>
      ))}
    </tr>
  );
}

type ComparedProps = {
  readonly column: Column;
  readonly facts: readonly FactView[];
  readonly businessUse: string;
};

function Compared({ column: [first, ...others], facts, businessUse }: ComparedProps) {
  const { say } = useWords();
  const { value } = useCatalogueWords();
  const said = facts.filter((fact) => fact.criterion === first);
  // Said by no source, it may follow from whom the terms are written for.
  const derived = first === 'business_use' && said.length === 0 && businessUse !== 'unknown' ? businessUse : undefined;
  return (
    <>
      {said.length === 0 && derived === undefined ? (
        <span className="comparison-unknown">{say('catalogue.unknown')}</span>
      ) : null}
      {derived === undefined ? null : <span>{value({ value: derived, days: null })}</span>}
      {said.map((fact) => (
        <ComparedFact key={fact.id} fact={fact} />
      ))}
      {others.map((other) => (
        <Beside key={other} criterion={other} facts={facts} />
      ))}
    </>
  );
}

// What qualifies the answer, in one line: `indemnity leaves out: patents, trademarks`.
function Beside({ criterion, facts }: { readonly criterion: string; readonly facts: readonly FactView[] }) {
  const { say } = useWords();
  const words = useCatalogueWords();
  const its = facts.filter((fact) => fact.criterion === criterion);
  if (its.length === 0) return null;
  return (
    <small>
      {say('comparison.also', { criterion: words.criterion(criterion) })}{' '}
      {its.map((fact, index) => (
        <Fragment key={fact.id}>
          {index > 0 ? ', ' : null}
          <ComparedFact fact={fact} />
        </Fragment>
      ))}
    </small>
  );
}

function ComparedFact({ fact }: { readonly fact: FactView }) {
  const { say } = useWords();
  const { value } = useCatalogueWords();
  const what = [...(fact.feature === null ? [] : [fact.feature]), ...fact.features, ...fact.models];
  return (
    <span className="comparison-fact">
      {value(fact)}
      {what.length > 0 ? (
        <span className="fact-what">
          {' '}
          <Prose text={say('catalogue.onlyFor', { what: what.join(' ') })} />
        </span>
      ) : null}
      {fact.conflictsWith.length > 0 ? <Doubt text={say('catalogue.contested')} /> : null}
      {fact.isOverdue ? <Doubt text={say('catalogue.overdue')} /> : null}
    </span>
  );
}

function Doubt({ text }: { readonly text: string }) {
  return (
    <span className="comparison-doubt">
      <Mark tone="warn" />
      {text}
    </span>
  );
}
