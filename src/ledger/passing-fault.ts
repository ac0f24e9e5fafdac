import { DatabaseError } from 'pg';

/** The database cannot be reached at all, for whatever reason. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('the database cannot be reached', { cause });
  }
}

/**
 * Whether trying again can help.
 *
 * What is no answer of the database is a break of the connection; it must not be told by its code, since `EPIPE` looks
 * like a SQLSTATE (seen: it refused records for good). Classes that pass: 08 connection, 25006 a replica, 40 rollback,
 * 53 out of resources (disk full), 55 not ready, 57 ended by an operator or starting, 58 system, XX internal.
 * https://www.postgresql.org/docs/18/errcodes-appendix.html (read 2026-11-25)
 */
export function isPassing(fault: unknown): boolean {
  if (!(fault instanceof DatabaseError)) return true;
  const { code = '' } = fault;
  return code === '25006' || ['08', '40', '53', '55', '57', '58', 'XX'].includes(code.slice(0, 2));
}
