import { Client } from 'pg';
import { superRole } from './initialize.ts';

/** Tells whether a PostgreSQL answers on the socket in `socketFolder` and accepts connections. */
export async function isAnswering(socketFolder: string): Promise<boolean> {
  const client = new Client({
    host: socketFolder,
    user: superRole,
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => {}); // A server that dies under the question has answered it.
  try {
    await client.connect();
    return true;
  } catch {
    return false; // No socket, or a server that is starting, recovering or stopping: not ready, for whatever reason.
  } finally {
    await client.end().catch(() => {});
  }
}
