import { lazy, Suspense } from 'react';
import type { Address } from '../address/address.ts';
import { Loading } from '../pieces/loading.tsx';
import { ExchangePage } from './exchange/exchange-page.tsx';
import { ExchangesPage } from './exchanges/exchanges-page.tsx';
import { KeysPage } from './keys/keys-page.tsx';

// What is opened seldom is loaded when it is: whoever watches exchanges does not wait for it.
const MatrixPage = lazy(async () => ({ default: (await import('./matrix/matrix-page.tsx')).MatrixPage }));
const PolicyPage = lazy(async () => ({ default: (await import('./policy/policy-page.tsx')).PolicyPage }));
const CataloguePage = lazy(async () => ({ default: (await import('./catalogue/catalogue-page.tsx')).CataloguePage }));
const ContractsPage = lazy(async () => ({ default: (await import('./contracts/contracts-page.tsx')).ContractsPage }));
const PosturePage = lazy(async () => ({ default: (await import('./posture/posture-page.tsx')).PosturePage }));
const EvaluationPage = lazy(async () => ({
  default: (await import('./evaluation/evaluation-page.tsx')).EvaluationPage,
}));
const MinimisationPage = lazy(async () => ({
  default: (await import('./minimisation/minimisation-page.tsx')).MinimisationPage,
}));
const RetentionPage = lazy(async () => ({ default: (await import('./retention/retention-page.tsx')).RetentionPage }));
const VendorPage = lazy(async () => ({ default: (await import('./vendor/vendor-page.tsx')).VendorPage }));
const RequestsPage = lazy(async () => ({ default: (await import('./requests/requests-page.tsx')).RequestsPage }));
const LedgerPage = lazy(async () => ({ default: (await import('./ledger/ledger-page.tsx')).LedgerPage }));
const RecordPage = lazy(async () => ({ default: (await import('./ledger/record-page.tsx')).RecordPage }));
const FleetPage = lazy(async () => ({ default: (await import('./fleet/fleet-page.tsx')).FleetPage }));
const EgressPage = lazy(async () => ({ default: (await import('./egress/egress-page.tsx')).EgressPage }));
const DevicePage = lazy(async () => ({ default: (await import('./fleet/device-page.tsx')).DevicePage }));

const TrainingsPage = lazy(async () => ({ default: (await import('./trainings/trainings-page.tsx')).TrainingsPage }));
const TrainingPage = lazy(async () => ({ default: (await import('./trainings/training-page.tsx')).TrainingPage }));
const TeamPage = lazy(async () => ({ default: (await import('./trainings/team-page.tsx')).TeamPage }));

const ApprovalsPage = lazy(async () => ({ default: (await import('./approvals/approvals-page.tsx')).ApprovalsPage }));

export type FramedAddress = Exclude<Address, { readonly page: 'sign-in' | 'missing' }>;

/** The page of an address, for those who are signed in. */
export function FramedPage({ address }: { readonly address: FramedAddress }) {
  return (
    <Suspense fallback={<Loading />}>
      <Page address={address} />
    </Suspense>
  );
}

function Page({ address }: { readonly address: FramedAddress }) {
  switch (address.page) {
    case 'exchanges':
      return <ExchangesPage search={address.search} />;
    case 'exchange':
      return <ExchangePage key={address.exchangeId} exchangeId={address.exchangeId} list={address.list} />;
    case 'matrix':
      return <MatrixPage search={address.search} />;
    case 'policy':
      return <PolicyPage view={address.view} />;
    case 'catalogue':
      return <CataloguePage view={address.view} search={address.search} />;
    case 'ledger':
      return <LedgerPage view={address.view} search={address.search} />;
    case 'record':
      return <RecordPage key={address.name} name={address.name} />;
    case 'fleet':
      return <FleetPage view={address.view} />;
    case 'egress':
      return <EgressPage view={address.view} search={address.search} />;
    case 'device':
      return <DevicePage key={address.deviceId} deviceId={address.deviceId} />;
    case 'retention':
      return <RetentionPage view={address.view} />;
    case 'vendor':
      return <VendorPage />;
    case 'requests':
      return <RequestsPage />;
    case 'trainings':
      return <TrainingsPage />;
    case 'training':
      return <TrainingPage key={address.module} module={address.module} />;
    case 'team':
      return <TeamPage />;
    case 'contracts':
      return <ContractsPage />;
    case 'posture':
      return <PosturePage />;
    case 'evaluation':
      return <EvaluationPage />;
    case 'minimisation':
      return <MinimisationPage />;
    case 'keys':
      return <KeysPage />;
    case 'approvals':
      return <ApprovalsPage />;
  }
}
