import { approvalsTexts } from './console/approvals.ts';
import { catalogueTexts } from './console/catalogue.ts';
import { contractsTexts } from './console/contracts.ts';
import { egressTexts } from './console/egress.ts';
import { evaluationTexts } from './console/evaluation.ts';
import { exchangeTexts } from './console/exchange.ts';
import { exchangesTexts } from './console/exchanges.ts';
import { frameTexts } from './console/frame.ts';
import { inspectionTexts } from './console/inspection.ts';
import { keysTexts } from './console/keys.ts';
import { keptTexts } from './console/kept.ts';
import { vendorTexts } from './console/vendor.ts';
import { ledgerTexts } from './console/ledger.ts';
import { matrixTexts } from './console/matrix.ts';
import { minimisationTexts } from './console/minimisation.ts';
import { policyTexts } from './console/policy.ts';
import { fleetTexts } from './console/fleet.ts';
import { postureTexts } from './console/posture.ts';
import { trainingsTexts } from './console/trainings.ts';
import { signInTexts } from './console/sign-in.ts';
import type { consoleTexts as english } from '../en/console.ts';
import type { Translated } from '../translated.ts';

export { consoleCounts } from './console/counts.ts';
export { findingKinds } from './console/finding-kinds.ts';
export { recordKindNames, retentionClassNames } from './console/record-kinds.ts';
export { consoleReasons } from './console/reasons.ts';

export const consoleTexts: Translated<typeof english> = {
  ...frameTexts,
  ...signInTexts,
  ...exchangesTexts,
  ...exchangeTexts,
  ...inspectionTexts,
  ...keysTexts,
  ...matrixTexts,
  ...policyTexts,
  ...catalogueTexts,
  ...contractsTexts,
  ...approvalsTexts,
  ...postureTexts,
  ...evaluationTexts,
  ...minimisationTexts,
  ...fleetTexts,
  ...egressTexts,
  ...ledgerTexts,
  ...keptTexts,
  ...vendorTexts,
  ...trainingsTexts,
};
