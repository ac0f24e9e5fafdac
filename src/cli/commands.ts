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
  personInvite,
  personList,
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
import { endpointScan } from './calls/endpoint.ts';
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
  policyCheck,
  policyCompile,
  policyDiff,
  policyExplain,
  policyMatrix,
  policyShow,
  policyTest,
} from './calls/policy.ts';
import { consoleLink, demo, exportCommand, up } from './calls/post.ts';

/** Every command, in the order help shows them. */
export const commands: readonly Command[] = [
  up,
  demo,
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
  personInvite,
  personList,
  personDisable,
  personEnable,
  consoleLink,
  exportCommand,
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
  detect,
  dictionaryBuild,
  catalogueShow,
  catalogueDiff,
  catalogueCheck,
  catalogueWatch,
  catalogueImport,
  catalogueExport,
];
