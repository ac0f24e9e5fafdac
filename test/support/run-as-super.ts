import { Client } from 'pg';
import { superRole } from '../../src/store/index.ts';

type Statement = { readonly sql: string; readonly values?: readonly unknown[] | undefined };

/** Runs one statement as the superuser of an embedded server. */
export async function runAsSuper(
  host: string,
  database: string,
  statement: Statement,
): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ host, user: superRole, database });
  client.on('error', () => {}); // The query under way tells of the break.
  await client.connect();
  try {
    const { rows } = await client.query(statement.sql, [...(statement.values ?? [])]);
    return rows;
  } finally {
    await client.end();
  }
}
