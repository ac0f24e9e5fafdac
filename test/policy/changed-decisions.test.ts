import { expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { decisionComparer, loadPolicy } from '../../src/policy/index.ts';

const catalogue = openCatalogue(shippedData);
const compare = decisionComparer(loadPolicy([]));

test('another catalogue’s terms are told as the verdicts that they turn', () => {
  const on = new Date('2026-11-26');
  const turned = {
    ...catalogue,
    plans: (day: Date) =>
      catalogue
        .plans(day)
        .map((terms) =>
          terms.vendor === 'anthropic' && terms.plan === 'team' ? { ...terms, training: 'yes' as const } : terms,
        ),
  };
  const changes = compare({ catalogue, on }, { catalogue: turned, on });
  expect(changes).toContainEqual({
    what: 'anthropic/team internal plain',
    before: 'allow (transmit)',
    after: 'block (plan-trains)',
    restsOn: expect.arrayContaining(['plan:anthropic/team']),
  });
  expect(changes.every(({ what }) => what.startsWith('anthropic/team '))).toBe(true);
  expect(compare({ catalogue, on }, { catalogue, on })).toEqual([]);
});

test('the same catalogue on two days shows what terms themselves have turned', () => {
  const changes = compare({ catalogue, on: new Date('2026-08-01') }, { catalogue, on: new Date('2026-11-26') });
  expect(changes.length).toBeGreaterThan(0);
  for (const { before, after } of changes) expect(before).not.toBe(after);
});
