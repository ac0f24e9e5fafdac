import { describe, expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import type { Standing } from '../../src/evaluation/index.ts';
import type { Control } from '../../src/evidence/index.ts';
import {
  type ContractInUse,
  contractsAgree,
  contractsReview,
  contractsRun,
} from '../../src/evidence/controls/contracts.ts';
import { zdrEvaluated } from '../../src/evidence/controls/evaluation.ts';
import { catalogueReview, termsStand, termsWatch } from '../../src/evidence/controls/terms.ts';
import { hooksAnswer, plansProven } from '../../src/evidence/controls/traffic.ts';
import { loadPolicy } from '../../src/policy/index.ts';
import { comparison, staleFact } from '../support/comparisons.ts';
import { decisionOf } from '../support/evaluated.ts';

const now = new Date('2026-11-26T08:00:00.000Z');
const yesterday = new Date('2026-11-25T08:00:00.000Z');
const catalogue = openCatalogue(shippedData);
const told = ({ state, evidence }: Control) => [state, ...evidence.map((each) => `${each.state} ${each.code}`)];

describe('terms', () => {
  const run = (changes = {}, at = yesterday) => ({
    catalogue,
    now,
    watched: comparison(at, catalogue.version, changes),
  });

  test('a fresh comparison in which all stands is met, until another is due', () => {
    expect(told(termsWatch(run()))).toEqual(['met', 'met watch_fresh']);
    expect(told(termsStand(run()))).toEqual(['met', 'met facts_stand']);
    expect(termsStand(run()).holdsUntil).toBe('2026-11-27T08:00:00.000Z');
  });

  test('without any comparison nobody can say', () => {
    const never = { catalogue, now, watched: undefined };
    expect([termsWatch(never).state, termsStand(never).state]).toEqual(['unknown', 'unknown']);
  });

  test.each([
    ['was long ago', {}, new Date('2026-11-20T08:00:00.000Z'), 'unknown watch_late'],
    ['failed', { fault: 'cli_archive_unreadable' }, yesterday, 'unknown watch_failed'],
    ['was of another catalogue', { catalogueVersion: '2020-01-01.1' }, yesterday, 'unknown watch_other'],
    [
      'was with an archive nobody keeps',
      { archives: [{ collection: 'a', headAt: '2026-01-01T00:00:00Z', isOld: true }] },
      yesterday,
      'unknown archive_old',
    ],
  ])('a comparison that %s is unknown', (_, changes, at, evidence) => {
    const control = termsWatch(run(changes, at));
    expect(control.state).toBe('unknown');
    expect(told(control)).toContain(evidence);
  });

  test('a stale or returned fact is not met, an unclear or unwatched one unknown', () => {
    const stale = termsStand(run({ alarms: [staleFact, { ...staleFact, fact: 'x', state: 'returned' }] }));
    expect(told(stale).slice(0, 3)).toEqual(['not_met', 'not_met fact_stale', 'not_met fact_returned']);
    expect(termsStand(run({ facts: { stands: 1, unclear: 1 } })).state).toBe('unknown');
    expect(termsStand(run({ facts: { stands: 1, unwatched: 1 } })).state).toBe('unknown');
    expect(termsStand(run({ facts: {} })).state).toBe('unknown');
    expect(termsStand(run({}, new Date('2026-11-20T08:00:00.000Z'))).state).toBe('unknown');
    expect(termsStand(run({ catalogueVersion: 'other' })).state).toBe('unknown');
  });

  test('values that were not read again by their day are unknown', () => {
    expect(catalogueReview({ catalogue, now })).toMatchObject({ state: 'met', holdsUntil: expect.any(String) });
    const late = catalogueReview({ catalogue, now: new Date('2030-01-01T00:00:00Z') });
    expect(told(late)).toEqual(['unknown', 'unknown values_overdue']);
  });
});

describe('contracts', () => {
  const ours: ContractInUse = {
    name: 'ours',
    vendor: 'anthropic',
    plan: 'api',
    organizationId: 'org-1',
    stoppedAt: null,
  };
  const under = (yaml: string, ...held: readonly ContractInUse[]) => ({
    policy: loadPolicy([{ name: 'octroi.yaml', text: yaml }]),
    held,
    now,
  });
  const named = (more: string) => `contracts: {ours: {plan: anthropic/api, ${more}}}`;

  test('none held is unknown everywhere', () => {
    const none = under('{}');
    for (const control of [contractsReview(none), contractsAgree(none), contractsRun(none)])
      expect(told(control)).toEqual(['unknown', 'unknown no_contract']);
  });

  test('a review that is ahead is met until its day, one that is overdue or not set unknown', () => {
    const ahead = contractsReview(under(named('reviewOn: 2026-11-26'), ours));
    expect(ahead).toMatchObject({ state: 'met', holdsUntil: '2026-11-26' });
    expect(told(contractsReview(under(named('reviewOn: 2026-11-25'), ours)))).toEqual([
      'unknown',
      'unknown review_overdue',
    ]);
    expect(told(contractsReview(under(named('owner: Legal'), ours)))).toEqual(['unknown', 'unknown review_missing']);
    expect(told(contractsReview(under('{}', ours)))).toEqual(['unknown', 'unknown review_missing']);
  });

  test('what contradicts is not met, what nobody can compare unknown', () => {
    const of = (yaml: string, ...held: readonly ContractInUse[]) => contractsAgree(under(yaml, ...held)).state;
    expect(of(named('organization: org-1'), ours)).toBe('met');
    expect(of('{}', ours)).toBe('unknown');
    expect(of(named('organization: org-1'), { ...ours, organizationId: null })).toBe('unknown');
    expect(of(named('organization: org-2'), ours)).toBe('not_met');
    expect(of(named('owner: Legal'), { ...ours, plan: 'team' })).toBe('not_met');
    expect(of(named('owner: Legal'))).toBe('not_met');
  });

  test('one that was stopped is not met', () => {
    expect(contractsRun(under('{}', ours)).state).toBe('met');
    const stopped = { ...ours, name: 'other', stoppedAt: '2026-11-26T07:00:00.000Z' };
    expect(told(contractsRun(under('{}', ours, stopped)))).toEqual([
      'not_met',
      'not_met contract_stopped',
      'met contracts_run',
    ]);
  });
});

describe('what went through', () => {
  test('one session without hooks is not met, none at all unknown', () => {
    expect(hooksAnswer({ worked: 0, unhooked: 0 }, 7).state).toBe('unknown');
    expect(hooksAnswer({ worked: 3, unhooked: 0 }, 7).state).toBe('met');
    expect(told(hooksAnswer({ worked: 3, unhooked: 1 }, 7))).toEqual([
      'not_met',
      'not_met sessions_unhooked',
      'met sessions_hooked',
    ]);
    expect(told(hooksAnswer({ worked: 1, unhooked: 1 }, 7))).toEqual(['not_met', 'not_met sessions_unhooked']);
  });

  test('a plan that the contract alone states is unknown, one the catalogue does not have not met', () => {
    const of = (proven: number, declared: number, unknown: number) =>
      plansProven({ proven, declared, unknown }, 30).state;
    expect([of(0, 0, 0), of(2, 0, 0), of(2, 1, 0), of(2, 1, 1)]).toEqual(['unknown', 'met', 'unknown', 'not_met']);
  });
});

describe('zero retention was decided on', () => {
  const contract = { name: 'anthropic', vendor: 'anthropic', plan: 'api', organizationId: null, stoppedAt: null };
  const decision = decisionOf({ expiresOn: '2027-06-30' });
  const standing = (...reasons: Standing['reasons']): Standing => {
    return { decision, state: reasons.length > 0 ? 'reopened' : 'decided', reasons };
  };

  test('a decision that holds is met, and holds until its day', () => {
    const control = zdrEvaluated({ standings: [standing()], held: [contract] });
    expect(told(control)).toEqual(['met', 'met zdr_decided']);
    expect(control.holdsUntil).toBe('2027-06-30');
  });

  test('without a decision for the plan of a contract nobody can say', () => {
    expect(told(zdrEvaluated({ standings: [], held: [] }))).toEqual(['unknown', 'unknown no_contract']);
    expect(told(zdrEvaluated({ standings: [], held: [contract] }))).toEqual(['unknown', 'unknown zdr_undecided']);
    const another = { ...contract, plan: 'enterprise' };
    expect(told(zdrEvaluated({ standings: [standing()], held: [contract, another] }))).toEqual([
      'unknown',
      'met zdr_decided',
      'unknown zdr_undecided',
    ]);
  });

  test.each<[Standing['reasons'][number], string]>([
    [{ code: 'expired', expiresOn: '2026-11-01' }, 'unknown zdr_expired'],
    [{ code: 'plan_gone', plan: 'anthropic/api' }, 'not_met zdr_plan_gone'],
    [{ code: 'fact_changed', fact: 'anth-api-30' }, 'not_met zdr_facts_changed'],
    [{ code: 'fact_stale', fact: 'anth-api-30' }, 'not_met zdr_facts_changed'],
    [{ code: 'volume_grown', label: 'confidential', decided: 1, counted: 9 }, 'not_met zdr_volume_grown'],
    [{ code: 'label_new', label: 'restricted' }, 'not_met zdr_label_new'],
    [{ code: 'model_outside', model: 'claude-fable-5' }, 'not_met zdr_model_outside'],
  ])('one that is open again because of %j is not met, or unknown when its day is over', (reason, evidence) => {
    const [state] = evidence.split(' ');
    expect(told(zdrEvaluated({ standings: [standing(reason)], held: [contract] }))).toEqual([state, evidence]);
  });
});
