import type { Command } from './command.ts';
import { catalogueCheck, catalogueDiff } from './commands/catalogue-diff.ts';
import { catalogueShow } from './commands/catalogue-show.ts';
import { catalogueExport, catalogueImport } from './commands/catalogue-transfer.ts';
import { catalogueWatch } from './commands/catalogue-watch.ts';
import { consoleLink } from './commands/console-link.ts';
import { contractAdd, contractList, contractResume } from './commands/contract.ts';
import { demo } from './commands/demo.ts';
import { detect } from './commands/detect.ts';
import { dictionaryBuild } from './commands/dictionary.ts';
import { exportCommand } from './commands/export.ts';
import { keyCreate, keyList, keyRevoke } from './commands/key.ts';
import {
  ledgerCheckpoint,
  ledgerConsistency,
  ledgerExport,
  ledgerKeys,
  ledgerProof,
  ledgerRotateKeys,
} from './commands/ledger.ts';
import { policyCompile } from './commands/policy-compile.ts';
import { policyDiff } from './commands/policy-diff.ts';
import { policyExplain } from './commands/policy-explain.ts';
import { policyMatrix } from './commands/policy-matrix.ts';
import { policyCheck, policyShow } from './commands/policy.ts';
import { policyTest } from './commands/policy-test.ts';
import { personDisable, personEnable, personInvite, personList } from './commands/person.ts';
import { up } from './commands/up.ts';
import { verify } from './commands/verify.ts';

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
  ledgerExport,
  ledgerProof,
  ledgerCheckpoint,
  ledgerConsistency,
  ledgerKeys,
  ledgerRotateKeys,
  verify,
  detect,
  dictionaryBuild,
  catalogueShow,
  catalogueDiff,
  catalogueCheck,
  catalogueWatch,
  catalogueImport,
  catalogueExport,
];
