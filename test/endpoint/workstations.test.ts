import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { layOut, look, workstationCases } from '../support/workstation.ts';

const cases = await workstationCases();

test('there are at least sixty ways to get it wrong', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
});

test.each(cases)('%s', async (name) => {
  const { root, expected } = await layOut(name);
  try {
    const { verdicts } = await look(root);
    for (const wanted of expected.verdicts) {
      const found = verdicts.filter(({ person, control }) => person === wanted.person && control === wanted.control);
      expect(found, `${expected.why}: ${wanted.control}`).toEqual([expect.objectContaining(wanted)]);
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
