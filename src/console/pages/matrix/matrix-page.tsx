import { useQuery } from '@tanstack/react-query';
import type { MatrixView } from '../../../console-api/policy-contract.ts';
import type { TermsSearch } from '../../address/terms-search.ts';
import { matrixCsvAddress, matrixQuery } from '../../api/terms-queries.ts';
import { useCatalogueWords } from '../../language/use-catalogue-words.ts';
import { useWords } from '../../language/use-words.ts';
import { FaultNotice } from '../../pieces/fault-notice.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import { MatrixFilters } from './matrix-filters.tsx';
import { linesByVendor, linesOf, reasonsIn } from './matrix-lines.ts';
import { MatrixTable } from './matrix-table.tsx';
import { Why } from './why.tsx';
import './matrix.css';

/** What may go to which plan, by label: the policy's own answers, with their reasons. */
export function MatrixPage({ search }: { readonly search: TermsSearch }) {
  const { say, language } = useWords();
  const { on, workspace } = search;
  const { data, error, refetch } = useQuery(matrixQuery({ on, workspace }));
  useTitle(say('matrix.title'));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say('matrix.title')}</h1>
          <p>{say('matrix.lead')}</p>
        </div>
        <a className="button" href={matrixCsvAddress({ on, workspace }, language)} download>
          {say('matrix.csv')}
        </a>
      </div>
      <MatrixFilters search={search} matrix={data} />
      {data ? <Shown matrix={data} search={search} /> : null}
      {!data && error ? <FaultNotice fault={error} onTryAgain={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
    </>
  );
}

function Shown({ matrix, search }: { readonly matrix: MatrixView; readonly search: TermsSearch }) {
  const { say } = useWords();
  const { day } = useCatalogueWords();
  const { vendor, audience } = search;
  const rows = matrix.rows.filter(
    (row) => (vendor === undefined || row.vendor === vendor) && (audience === undefined || row.audience === audience),
  );
  if (rows.length === 0) return <Notice title={say('matrix.nothing')} />;
  const held = linesOf(rows.filter(({ contracts }) => contracts.length > 0));
  const vendors = linesByVendor(rows);
  const basis = {
    policy: matrix.policyVersion.slice(0, 12),
    catalogue: matrix.catalogueVersion,
    on: day(matrix.on),
  };
  return (
    <>
      <p className="matrix-how">{say('matrix.how')}</p>
      <MatrixTable matrix={matrix} held={held} vendors={vendors} />
      <p className="matrix-basis">{say('matrix.basis', basis)}</p>
      <Why ids={reasonsIn(vendors.flatMap(({ lines }) => lines))} reasons={matrix.reasons} />
    </>
  );
}
