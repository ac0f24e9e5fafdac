import { expect, test } from 'vitest';
import { agreementsOn } from '../../src/policy/index.ts';

const agreed = { since: '2026-03-01', document: 'order 7' };
const terms = { plan: 'acme/pro', startsOn: '2026-01-01', endsOn: '2026-12-31', zdr: agreed, reviewOn: '2026-06-30' };

test('a contract of which nothing is written is in force, and nothing was agreed in it', () => {
  expect(agreementsOn(undefined, '2026-05-01')).toEqual({
    isInForce: true,
    hasZdr: false,
    hasTrainingOptOut: false,
    isReviewOverdue: false,
  });
});

test.each([
  ['2025-12-31', false, false, false],
  ['2026-02-28', true, false, false],
  ['2026-03-01', true, true, false],
  ['2026-06-30', true, true, false],
  ['2026-07-01', true, false, true],
  ['2027-01-01', false, false, true],
])('on %s: in force %s, zero data retention %s, review overdue %s', (day, isInForce, hasZdr, isReviewOverdue) => {
  expect(agreementsOn(terms, day)).toEqual({ isInForce, hasZdr, hasTrainingOptOut: false, isReviewOverdue });
});

test('an agreement against training holds as the other does', () => {
  const optedOut = { plan: 'acme/pro', trainingOptOut: agreed };
  expect(agreementsOn(optedOut, '2026-03-01').hasTrainingOptOut).toBe(true);
  expect(agreementsOn({ ...optedOut, reviewOn: '2026-02-01' }, '2026-03-01').hasTrainingOptOut).toBe(false);
});
