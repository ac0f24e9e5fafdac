import { describe, expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { breachFile } from '../../src/evidence/index.ts';
import { declaredRecord } from '../support/records.ts';

const catalogue = openCatalogue(shippedData);
const recordedAt = '2026-11-27T08:00:00.000Z';
const began = { ...declaredRecord({ tenantId: '01a21d57-bf4b-7256-84c9-103f43f6665c' }), recordedAt };
const contract = { name: 'anthropic', vendor: 'anthropic', plan: 'api' };
const question = {
  exchange: { began, ended: undefined },
  awareAt: new Date('2026-11-27T09:00:00.000Z'),
  now: new Date('2026-11-27T12:30:00.000Z'),
  catalogue,
  contract,
};

describe('the file of a breach', () => {
  test('counts 72 hours from when somebody knew', () => {
    expect(breachFile(question)).toMatchObject({ notifyBy: '2026-11-30T09:00:00.000Z', hoursLeft: 68 });
    const late = breachFile({ ...question, now: new Date('2026-12-01T09:00:00.000Z') });
    expect(late.hoursLeft).toBe(-24);
  });

  test('has every letter of article 33(3), each known with its source or said to be unknown', () => {
    const { answers } = breachFile(question);
    for (const letter of 'abcd') expect(answers.map(({ article }) => article)).toContain(`33(3)(${letter})`);
    for (const { known, source } of answers) expect(known === null).toBe(source === null);
    expect(answers.find(({ field }) => field === 'approximate_persons')?.known).toBeNull();
    expect(answers.find(({ field }) => field === 'retention')?.source).toMatch(/^https:.*read 20/);
  });

  test('says that nothing left where the request was stopped', () => {
    const stopped = { ...began, verdict: 'block' as const };
    const { answers } = breachFile({ ...question, exchange: { began: stopped, ended: undefined } });
    expect(answers.find(({ field }) => field === 'what_left')?.known).toContain('nothing left');
  });

  test.each([
    ['before it happened', '2026-11-27T07:59:59.000Z'],
    ['in the future', '2026-11-27T12:30:01.000Z'],
  ])('refuses that somebody knew %s', (_, at) => {
    expect(() => breachFile({ ...question, awareAt: new Date(at) })).toThrow(
      expect.objectContaining({ code: 'evidence_aware_invalid' }),
    );
  });
});
