import { describe, expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import type { Control, CrossCheck, ToldByOthers } from '../../src/evidence/index.ts';
import {
  flowsAudited,
  freeProductForbidden,
  peopleTrained,
  telemetryOff,
} from '../../src/evidence/controls/recommendations.ts';
import { clausesOf, frameworks } from '../../src/evidence/crosswalk/clauses.ts';
import { loadPolicy } from '../../src/policy/index.ts';

const now = new Date('2026-11-27T12:00:00.000Z');
const lastReportAt = '2026-11-27T08:00:00.000Z';
const plans = openCatalogue(shippedData).plans(now);
const told = ({ state, evidence }: Control) => [state, ...evidence.map((each) => `${each.state} ${each.code}`)];

const quiet = { telemetry: 'met', error_reports: 'met', feedback: 'met', consumer_login: 'met' } as const;
const others = (...workstations: ToldByOthers['workstations'][number]['controls'][]): ToldByOthers => ({
  workstations: workstations.map((controls) => ({ lastReportAt, controls })),
  staleAfterHours: 24,
  imports: [],
  sightings: [],
  gateways: new Set(),
});
const crossed = (changes: Partial<CrossCheck> = {}): CrossCheck => ({
  from: '2026-11-20T12:00:00.000Z',
  days: 7,
  flows: 12,
  sighted: 0,
  isGatewaySighted: false,
  toldSessions: 0,
  silentSessions: 0,
  isCut: false,
  consumerPassed: 0,
  consumerRefused: 3,
  waysAround: [],
  untold: [],
  blind: [],
  ...changes,
});

describe('telemetry off', () => {
  test('is met while every workstation says so, until one would be silent', () => {
    const control = telemetryOff(others(quiet, quiet));
    expect(told(control)).toEqual(['met', 'met workstations_quiet']);
    expect(control.holdsUntil).toBe('2026-11-28T08:00:00.000Z');
  });

  test.each([
    ['one switch on', [quiet, { ...quiet, feedback: 'not_met' }], 'not_met workstations_tell'],
    ['a silent one', [quiet, { telemetry: 'unknown' }], 'unknown workstations_unsure'],
    ['a switch nobody spoke of', [{ telemetry: 'met', error_reports: 'met' }], 'unknown workstations_unsure'],
    ['none enrolled', [], 'unknown no_workstations'],
  ] as const)('%s', (_, controls, first) => {
    expect(told(telemetryOff(others(...controls)))[1]).toBe(first);
  });
});

describe('the free product', () => {
  const closed = { policy: loadPolicy([]), plans, now };

  test('is forbidden where the policy decides so, nobody passed and no workstation is signed in to it', () => {
    const control = freeProductForbidden(closed, crossed(), others(quiet));
    expect(told(control)).toEqual([
      'met',
      'met free_plans_closed',
      'met consumer_kept_out',
      'met workstations_commercial',
    ]);
  });

  test.each([
    ['a connection passed', crossed({ consumerPassed: 1 }), others(quiet), 'not_met consumer_passed'],
    ['the proxy saw nothing', crossed({ flows: 0 }), others(quiet), 'unknown no_flows'],
    ['nobody reports', crossed(), others(), 'unknown no_workstations'],
    ['a consumer account', crossed(), others({ ...quiet, consumer_login: 'not_met' }), 'not_met workstations_consumer'],
    [
      'an account nobody can tell',
      crossed(),
      others({ consumer_login: 'unknown' }),
      'unknown workstations_login_unsure',
    ],
    ['more than is looked through', crossed({ isCut: true }), others(quiet), 'unknown cross_check_cut'],
  ])('%s', (_, seen, workstations, wanted) => {
    const control = freeProductForbidden(closed, seen, workstations);
    expect(told(control)).toContain(wanted);
    expect(control.state).not.toBe('met');
  });

  test('is not forbidden by a policy that lets something go to one of its plans', () => {
    // octroi's own policies forbid it whatever a company adds: one that decides otherwise is made here.
    const allowed = { verdict: 'allow', reasons: [] } as const;
    const open = { ...closed.policy, decide: () => ({ ...allowed, parts: [allowed] }) };
    const policy = { ...open, with: () => open } as unknown as typeof closed.policy;
    const control = freeProductForbidden({ ...closed, policy }, crossed(), others(quiet));
    expect(told(control)[1]).toBe('not_met free_plans_open');
  });

  test('without any such plan in the catalogue nobody can say', () => {
    expect(told(freeProductForbidden({ ...closed, plans: [] }, crossed(), others(quiet)))[1]).toBe(
      'unknown no_free_plans',
    );
  });
});

describe('flows', () => {
  const whole = { at: lastReportAt, isWhole: true };

  test('are audited by the proxy, or by logs that were read whole this month', () => {
    expect(told(flowsAudited(crossed(), [], now))).toEqual(['met', 'met flows_compared']);
    expect(told(flowsAudited(crossed({ flows: 0 }), [whole], now))).toEqual(['met', 'met logs_read']);
  });

  test.each([
    ['neither', [], 'unknown no_flows'],
    ['a log of last summer', [{ at: '2026-08-01T00:00:00.000Z', isWhole: true }], 'unknown no_flows'],
    ['a log that ended early', [{ ...whole, isWhole: false }], 'unknown logs_broken'],
  ])('%s', (_, imports, first) => {
    expect(told(flowsAudited(crossed({ flows: 0 }), imports, now)).slice(0, 2)).toEqual(['unknown', first]);
  });
});

describe('people', () => {
  const person = (state: 'valid' | 'expiring' | 'expired' | 'missing', exemptUntil: string | null = null) => ({
    personId: state,
    pseudonym: state,
    modules: [{ module: 'plans', state, validUntil: '2027-01-01' }],
    exemptUntil,
  });

  test('are trained when every module of everybody holds, until the first ends', () => {
    const control = peopleTrained({ modules: ['plans'], people: [person('valid'), person('expiring')] });
    expect(control).toMatchObject({ state: 'met', holdsUntil: '2027-01-01' });
  });

  test('one who is not, or is let send without, is not met; nobody at all is unknown', () => {
    expect(told(peopleTrained({ modules: [], people: [person('expired'), person('valid')] }))[1]).toBe(
      'not_met people_untrained',
    );
    expect(told(peopleTrained({ modules: [], people: [person('missing', '2026-11-28')] }))[1]).toBe(
      'not_met people_exempt',
    );
    expect(told(peopleTrained({ modules: [], people: [] }))[1]).toBe('unknown no_people');
  });
});

test('every clause is of a framework that is named with its edition, and SOC 2 gives ids alone', () => {
  const ids = ['telemetry-off', 'free-product-forbidden', 'zdr-evaluated', 'flows-audited', 'people-trained'] as const;
  for (const id of ids) {
    const clauses = clausesOf(id);
    expect(clauses.length).toBeGreaterThan(5);
    for (const { framework, title } of clauses) {
      expect(frameworks[framework]?.editionOn).toMatch(/^20\d\d-/);
      if (framework === 'soc2') expect(title).toBeUndefined();
    }
  }
  expect(clausesOf('people-trained')[0]).toMatchObject({ framework: 'ai-act', ref: '4', note: 'ai_act_4_amended' });
});
