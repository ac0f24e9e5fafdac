import { useState } from 'react';
import type { CatalogueView, PlanView, ProductView, VendorView } from '../../../console-api/catalogue-contract.ts';
import type { TermsSearch } from '../../address/terms-search.ts';
import { useCatalogueWords } from '../../language/use-catalogue-words.ts';
import { useWords } from '../../language/use-words.ts';
import { Notice } from '../../pieces/notice.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { PlanFacts } from './plan-facts.tsx';
import { factsOf, vendorsShown } from './plans-shown.ts';

/** Vendor by vendor, product by product: its plans, each with its facts behind it. */
export function Vendors({ catalogue, search }: { readonly catalogue: CatalogueView; readonly search: TermsSearch }) {
  const { say } = useWords();
  const vendors = vendorsShown(catalogue, search);
  if (vendors.length === 0) return <Notice title={say('catalogue.nothing')} />;
  return vendors.map((vendor) => (
    <section key={vendor.id} className="vendor">
      <h2>{vendor.name}</h2>
      {vendor.products.map((product) => (
        <Product key={product.id} product={product} vendor={vendor} />
      ))}
    </section>
  ));
}

function Product({ product, vendor }: { readonly product: ProductView; readonly vendor: VendorView }) {
  const { say } = useWords();
  const { day, said } = useCatalogueWords();
  const { supersededBy, endOfSupport, note } = product;
  const successor = vendor.products.find(({ id }) => id === supersededBy)?.name ?? supersededBy;
  const lineage = [
    ...(successor === null ? [] : [say('catalogue.supersededBy', { name: successor })]),
    ...(endOfSupport === null ? [] : [say('catalogue.endOfSupport', { on: day(endOfSupport) })]),
  ];
  return (
    <div className="product">
      <h3>
        {product.name}
        {lineage.length > 0 ? <small> {lineage.join(', ')}</small> : null}
      </h3>
      {note === null ? null : <p className="product-note">{said(note)}</p>}
      {product.plans.map((plan) => (
        <Plan key={plan.id} plan={plan} vendor={vendor} />
      ))}
    </div>
  );
}

function Plan({ plan, vendor }: { readonly plan: PlanView; readonly vendor: VendorView }) {
  const [isOpen, setOpen] = useState(false);
  const { say, count } = useWords();
  const { status } = useCatalogueWords();
  const facts = factsOf(vendor, plan.facts);
  return (
    <details className="plan" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className="plan-name">{plan.name}</span>
        <span className="plan-remarks">
          {plan.audience === 'consumer' ? <Stamp tone="ended">{say('matrix.consumer')}</Stamp> : null}
          {plan.status === 'offered' ? null : <Stamp tone="ended">{status(plan.status)}</Stamp>}
          {plan.contested.length > 0 ? <Stamp tone="warn">{say('catalogue.contested')}</Stamp> : null}
          {plan.isOverdue || facts.some((fact) => fact.isOverdue) ? (
            <Stamp tone="warn">{say('catalogue.overdue')}</Stamp>
          ) : null}
          <span className="plan-count">{count('catalogue.factCount', facts.length)}</span>
        </span>
      </summary>
      {isOpen ? <PlanFacts plan={plan} facts={facts} /> : null}
    </details>
  );
}
