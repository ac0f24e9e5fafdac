import { catalogueErrors } from './errors/catalogue.ts';
import { cliErrors } from './errors/cli.ts';
import { consoleErrors } from './errors/console.ts';
import { detectionErrors } from './errors/detection.ts';
import { egressErrors } from './errors/egress.ts';
import { endpointErrors } from './errors/endpoint.ts';
import { evaluationErrors } from './errors/evaluation.ts';
import { evidenceErrors } from './errors/evidence.ts';
import { fleetErrors } from './errors/fleet.ts';
import { gatewayErrors } from './errors/gateway.ts';
import { gatewayDeviceErrors } from './errors/gateway-devices.ts';
import { ledgerErrors } from './errors/ledger.ts';
import { ledgerLogErrors } from './errors/ledger-log.ts';
import { ledgerProofErrors } from './errors/ledger-proof.ts';
import { noticeErrors } from './errors/notices.ts';
import { policyErrors } from './errors/policy.ts';
import { siemErrors } from './errors/siem.ts';
import { retentionCaptureErrors } from './errors/retention-capture.ts';
import { retentionVendorErrors } from './errors/retention-vendor.ts';
import { retentionErrors } from './errors/retention.ts';
import { storeErrors } from './errors/store.ts';
import { tenancyErrors } from './errors/tenancy.ts';
import { trainingErrors } from './errors/training.ts';
import type { errors as english } from '../en/errors.ts';
import type { Translated } from '../translated.ts';

export const errors: Translated<typeof english> = {
  ...catalogueErrors,
  ...cliErrors,
  ...consoleErrors,
  ...detectionErrors,
  ...egressErrors,
  ...endpointErrors,
  ...evaluationErrors,
  ...gatewayErrors,
  ...gatewayDeviceErrors,
  ...evidenceErrors,
  ...fleetErrors,
  ...ledgerErrors,
  ...ledgerLogErrors,
  ...ledgerProofErrors,
  ...noticeErrors,
  ...policyErrors,
  ...siemErrors,
  ...retentionCaptureErrors,
  ...retentionVendorErrors,
  ...retentionErrors,
  ...storeErrors,
  ...tenancyErrors,
  ...trainingErrors,
};
