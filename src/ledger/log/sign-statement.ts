import type { Scoped } from '../../store/index.ts';
import { ledgerError } from '../errors.ts';
import { readCheckpoint } from '../tree/checkpoint.ts';
import { signNote } from '../tree/log-signer.ts';
import { headOf } from './prove.ts';
import { type KeyMaking, SigningKeys } from './signing-keys.ts';

/**
 * Signs a statement with the log's own Ed25519 key, as a note (C2SP signed-note).
 * @throws ledger_size_unknown when the log has not begun
 */
export async function signStatement(
  db: Scoped,
  making: KeyMaking,
  statement: { readonly text: string; readonly at: Date },
) {
  const head = await headOf(db);
  if (!head) throw ledgerError('ledger_size_unknown', { size: 0 });
  if (readCheckpoint(statement.text)) throw new Error('signStatement: a statement must not read as a head of the log');
  const signers = await new SigningKeys(making).inUse(db, head.origin);
  return signNote(
    statement.text,
    signers.filter(({ kind }) => kind === 'ed25519'),
    statement.at,
  );
}
