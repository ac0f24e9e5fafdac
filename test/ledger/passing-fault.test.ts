import { DatabaseError } from 'pg';
import { expect, test } from 'vitest';
import { isPassing, Unreachable } from '../../src/ledger/passing-fault.ts';

const system = (code: string) => Object.assign(new Error(code), { code });
const answered = (code: string) => Object.assign(new DatabaseError(code, 1, 'error'), { code });

test.each([
  // Five capitals, as a SQLSTATE is.
  ['a pipe that broke', system('EPIPE')],
  ['a connection that was reset', system('ECONNRESET')],
  ['an answer that did not come', new Error('Query read timeout')],
  ['a database that cannot be reached', new Unreachable(system('ENOENT'))],
  ['a full disk', answered('53100')],
  ['a server that is ended by its operator', answered('57P01')],
  ['a replica', answered('25006')],
])('%s passes: the record is written again', (_, fault) => {
  expect(isPassing(fault)).toBe(true);
});

test.each([
  ['a tenant that does not exist', answered('23503')],
  ['a right that is missing', answered('42501')],
  ['a value of the wrong form', answered('22P02')],
])('%s does not pass: the record is refused', (_, fault) => {
  expect(isPassing(fault)).toBe(false);
});
