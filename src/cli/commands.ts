import type { Command } from './command.ts';
import {
  contractAdd,
  contractList,
  contractResume,
  keyCreate,
  keyList,
  keyRevoke,
  personDisable,
  personEnable,
  personGrant,
  personInvite,
  personList,
  personRevoke,
} from './calls/access.ts';
import { captureApprove, captureEnd, captureList, captureRequest } from './calls/capture.ts';
import {
  catalogueCheck,
  catalogueDiff,
  catalogueExport,
  catalogueImport,
  catalogueShow,
  catalogueWatch,
} from './calls/catalogue.ts';
import { complianceChats, complianceDelete, complianceKey, complianceSessions } from './calls/compliance.ts';
import { detect, dictionaryBuild } from './calls/detection.ts';
import { endpointFix, endpointProbe, endpointPurge, endpointScan, hookCommand, labelsSend } from './calls/endpoint.ts';
import {
  ledgerCheckpoint,
  ledgerConsistency,
  ledgerExport,
  ledgerKeys,
  ledgerProof,
  ledgerRotateKeys,
  verify,
} from './calls/ledger.ts';
import { filesDelete, filesList, filesReconcile } from './calls/files.ts';
import { mirror } from './calls/mirror.ts';
import {
  policyBundle,
  policyCheck,
  policyCompile,
  policyDiff,
  policyExplain,
  policyMatrix,
  policyShow,
  policyTest,
} from './calls/policy.ts';
import { posture } from './calls/posture.ts';
import { consoleLink, demo, exportCommand, up } from './calls/post.ts';
import { trainingList, trainingRecord } from './calls/training.ts';
import { siemExport, siemStatus } from './calls/siem.ts';

/** Every command, in the order help shows them. */
export const commands: readonly Command[] = [
  up,
  demo,
  posture,
  contractAdd,
  contractList,
  contractResume,
  keyCreate,
  keyList,
  keyRevoke,
  policyCheck,
  policyShow,
  policyMatrix,
  policyTest,
  policyDiff,
  policyExplain,
  policyCompile,
  policyBundle,
  personInvite,
  personList,
  personDisable,
  personEnable,
  personGrant,
  personRevoke,
  trainingRecord,
  trainingList,
  consoleLink,
  exportCommand,
  siemExport,
  siemStatus,
  mirror,
  filesList,
  filesDelete,
  filesReconcile,
  complianceKey,
  complianceChats,
  complianceSessions,
  complianceDelete,
  captureRequest,
  captureApprove,
  captureEnd,
  captureList,
  ledgerExport,
  ledgerProof,
  ledgerCheckpoint,
  ledgerConsistency,
  ledgerKeys,
  ledgerRotateKeys,
  verify,
  endpointScan,
  endpointProbe,
  endpointFix,
  endpointPurge,
  hookCommand,
  labelsSend,
  detect,
  dictionaryBuild,
  catalogueShow,
  catalogueDiff,
  catalogueCheck,
  catalogueWatch,
  catalogueImport,
  catalogueExport,
];
