import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkOutcome } from '../../bench/ledger/faults/check-outcome.ts';
import { faults, runRounds } from '../../bench/ledger/faults/run-rounds.ts';
import { makeFolder } from '../support/folder.ts';

// The short form of `npm run faults:ledger`, which goes two hundred rounds.
test('whatever is killed, cut, full or set back: what was answered for is there once, in order, provable', async () => {
  const folder = await makeFolder();
  const data = join(folder, 'data');
  const outcome = await runRounds({ data, writers: 8, plan: [...faults, 'octroi killed'] });
  const { written, logged, heads } = await checkOutcome(data, outcome);
  expect(written).toBeGreaterThan(50);
  expect(logged).toBeGreaterThanOrEqual(written);
  expect(heads).toBeGreaterThan(0);
  await rm(folder, { recursive: true, force: true });
}, 300_000);
