import { Client } from 'pg';
import type { Store } from '../store/index.ts';

export type DeadRows = {
  readonly tables: readonly string[];
  /** Tables small enough to be written anew, so that not even their free space holds old bytes. */
  readonly rewritten?: readonly string[];
};

const lockWaitMs = 5_000;

/**
 * Has the database take away what erased rows have left behind. It is no part of an erasure: what cannot be done now, for
 * want of a lock or of the privilege (before PostgreSQL 17 only the owner has it), the database's own cleaning does later.
 * @returns whether everything was taken away
 */
export async function takeDeadRowsAway(store: Store, { tables, rewritten = [] }: DeadRows): Promise<boolean> {
  const client = new Client(store.connection);
  let isClean = true;
  client.on('notice', ({ severity }) => {
    if (severity === 'WARNING') isClean = false;
  });
  client.on('error', () => {}); // The statement under way tells of the break.
  await client.connect();
  try {
    await client.query(`set lock_timeout = ${lockWaitMs}`);
    // The names are our own, and VACUUM takes no parameters.
    for (const table of tables) isClean = (await attempt(client, `vacuum ${table}`)) && isClean;
    for (const table of rewritten) isClean = (await attempt(client, `vacuum (full) ${table}`)) && isClean;
    return isClean;
  } finally {
    await client.end();
  }
}

async function attempt(client: Client, statement: string): Promise<boolean> {
  try {
    await client.query(statement);
    return true;
  } catch {
    return false; // The caller says so; nothing hangs on it.
  }
}
