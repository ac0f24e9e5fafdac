import type { Command } from './command.ts';
import { consoleLink } from './commands/console-link.ts';
import { contractAdd, contractList, contractResume } from './commands/contract.ts';
import { demo } from './commands/demo.ts';
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
  consoleLink,
  exportCommand,
  ledgerExport,
  ledgerProof,
  ledgerCheckpoint,
  ledgerConsistency,
  ledgerKeys,
  ledgerRotateKeys,
  verify,
];
