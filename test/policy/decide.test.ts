import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partKinds } from '../../src/ledger/index.ts';
import { loadPolicy, type Policy } from '../../src/policy/index.ts';
import { cedarWords } from '../../src/policy/cedar/schema.ts';
import { exchangeFacts, found, part, policyOf } from '../support/policy.ts';

const policy = loadPolicy([]);

test('a blocked part blocks the exchange, which tells that part’s reasons alone', () => {
  const parts = [
    part('prompt'),
    part('file', { path: '/a/b.ts', findings: [found.secret] }),
    part('file', { path: '/a/keys.p12' }),
  ];
  const decision = policy.decide(exchangeFacts(), parts);
  expect(decision).toMatchObject({
    verdict: 'block',
    reasons: ['label-never-leaves'],
    policyVersion: policy.version,
    parts: [
      { verdict: 'allow', label: 'internal', reasons: ['transmit'] },
      { verdict: 'redact', label: 'internal', reasons: ['secret'], redact: ['assigned-secret'] },
      { verdict: 'block', label: 'prohibited', reasons: ['label-never-leaves'] },
    ],
  });
  expect(decision.texts[0]?.en.text).toContain('ANSSI');
  expect(decision.texts[0]?.fr.hint).toMatch(/\S/);
});

test('without parts the exchange itself is judged', () => {
  const decision = policy.decide(exchangeFacts(), []);
  expect(decision).toMatchObject({ verdict: 'allow', parts: [], reasons: ['transmit'] });
  const noPermit = policyOf('withoutDefaultPolicies: [transmit]');
  expect(noPermit.decide(exchangeFacts(), [])).toMatchObject({ verdict: 'block', parts: [], reasons: ['no-permit'] });
});

test('what may leave redacted only, and holds nothing to redact, is blocked', () => {
  const own = policyOf(
    '{}',
    '@id("confidential-redacted") @en("Redacted only.") @fr("Caviardé seulement.")\nforbid (principal, action == Action::"transmit", resource) when { resource.label.name == "confidential" };',
  );
  const env = (findings: readonly (typeof found)['secret'][]) => part('file', { path: '/w/.env', findings });
  const empty = own.decide(exchangeFacts(), [env([])]);
  expect(empty).toMatchObject({ verdict: 'block', reasons: ['confidential-redacted', 'cannot-be-redacted'] });
  const full = own.decide(exchangeFacts(), [env([found.secret])]);
  expect(full).toMatchObject({ verdict: 'redact', reasons: ['confidential-redacted', 'secret'] });
});

test('what is permitted as it is need not be redacted beside what is not', () => {
  const own = policyOf('withoutDefaultPolicies: [personal-data]');
  const both = part('file', { findings: [found.personal, found.secret] });
  expect(own.decide(exchangeFacts(), [both]).parts[0]).toMatchObject({
    verdict: 'redact',
    redact: ['assigned-secret'],
  });
  expect(policy.decide(exchangeFacts(), [both]).parts[0]?.redact.toSorted()).toEqual(['assigned-secret', 'email']);
});

test('what is forbidden only together is redacted together', () => {
  const own = policyOf(
    'withoutDefaultPolicies: [personal-data, dictionary-term]',
    '@id("both") @en("Both.") @fr("Les deux.")\nforbid (principal, action == Action::"transmit", resource) when { resource.findings.classes.containsAll(["personal", "dictionary"]) };',
  );
  const together = part('prompt', { findings: [found.personal, found.dictionary] });
  expect(own.decide(exchangeFacts(), [together]).parts[0]).toMatchObject({
    verdict: 'redact',
    redact: ['dictionary-client', 'email'],
  });
  expect(own.decide(exchangeFacts(), [part('prompt', { findings: [found.personal] })]).verdict).toBe('allow');
});

test('a label that was given makes a part stricter and never looser', () => {
  const labelled = (path: string, label: string) =>
    policy.decide(exchangeFacts(), [part('file', { path, label })]).parts[0]?.label;
  expect(labelled('/w/a.ts', 'confidential')).toBe('confidential');
  expect(labelled('/w/.env', 'public')).toBe('confidential');
  expect(labelled('/w/a.ts', 'nobody-knows-it')).toBe('prohibited');
});

test('detectors give a label, by their id, kind or class', () => {
  const own = policyOf(
    'labels: [{name: open}, {name: internal}, {name: closed, detectors: [email, secret, dictionary-client], retention: short}]\nretention: {standard: {days: 365}, short: {days: 200}}',
  );
  for (const finding of Object.values(found))
    expect(own.decide(exchangeFacts(), [part('prompt', { findings: [finding] })])).toMatchObject({
      parts: [{ label: 'closed' }],
      retentionClass: 'short',
    });
  expect(own.decide(exchangeFacts(), [part('prompt')]).retentionClass).toBe('standard');
});

test('roles, models and clients are facts for policies of the company', () => {
  const own = policyOf(
    '{}',
    '@id("no-contractors") @en("Employees only.") @fr("Salariés seulement.")\nforbid (principal, action, resource) when { principal.roles.contains("contractor") && context.model.name like "claude-opus*" && context.client.version.major < 3 };',
  );
  const model = { name: 'claude-opus-5', isOutsideZdr: false, ignoresOptOut: false };
  const by = (roles: readonly string[]) => own.decide(exchangeFacts({ person: { roles }, model }), []).reasons;
  expect(by(['contractor', 'developer'])).toEqual(['no-contractors']);
  expect(by(['developer'])).toEqual(['transmit']);
});

test('a policy whose evaluation fails blocks, and says so', () => {
  const own = policyOf(
    '{}',
    '@id("overflow") @en("Adds up.") @fr("Additionne.")\nforbid (principal, action, resource) when { context.client.version.major * 9223372036854775807 > 7 };',
  );
  expect(own.decide(exchangeFacts(), [part('prompt'), part('file')])).toMatchObject({
    verdict: 'block',
    reasons: ['evaluation-failed'],
    parts: [{ verdict: 'block' }, { verdict: 'block' }],
  });
  expect(own.decide(exchangeFacts({ client: { name: 'x', version: '0.1.0' } }), []).verdict).toBe('allow');
});

test('the same facts give the same decision, asked for the first time or again, and in either order', () => {
  const parts = [
    part('file', { path: '/w/.env', findings: [found.secret, found.personal] }),
    part('file', { path: '/w/.env', findings: [found.personal, found.secret] }),
    part('prompt'),
  ];
  const fresh = loadPolicy([]);
  const first = fresh.decide(exchangeFacts(), parts);
  expect(fresh.decide(exchangeFacts(), parts)).toEqual(first);
  expect(first.parts[1]).toEqual(first.parts[0]);
  expect(fresh.decide(exchangeFacts({ at: '2026-11-26T09:00:00Z' }), parts.toReversed()).parts).toEqual(
    first.parts.toReversed(),
  );
});

test('what is remembered is what would be decided without memory', () => {
  const some = <Value>(...values: Value[]) => fc.constantFrom(...values);
  const facts = fc.record({
    workspace: some('default', 'sealed', 'constructor'),
    contract: some('anthropic', 'other'),
    roles: some<readonly string[]>([], ['a'], ['a,b'], ['a', 'b']),
    audience: some('commercial' as const, 'consumer' as const),
    features: some<readonly string[]>([], ['files'], ['web']),
    model: some(undefined, { name: 'm', isOutsideZdr: true, ignoresOptOut: false }),
  });
  const one = fc.record({
    kind: some('file', 'prompt', 'thinking'),
    path: some(undefined, '/w/a.ts', '/w/.env', '/home/a/.netrc', '/w/a.p12'),
    findings: fc.subarray(Object.values(found)),
  });
  const yaml =
    'workspaces: {sealed: {zdr: true, ceiling: confidential}}\ncontracts: {anthropic: {plan: x, zdr: {since: 2026-01-01, document: y}}}';
  const remembering = policyOf(yaml);
  fc.assert(
    fc.property(facts, fc.array(one, { maxLength: 4 }), ({ roles, audience, model, ...rest }, parts) => {
      const asked = exchangeFacts({
        ...rest,
        person: { roles },
        plan: { ...exchangeFacts().plan, audience },
        ...(model === undefined ? {} : { model }),
      });
      const known = parts.map(({ path, ...each }) => (path === undefined ? each : { path, ...each }));
      expect(remembering.decide(asked, known)).toEqual(policyOf(yaml).decide(asked, known));
    }),
    { numRuns: 40 },
  );
});

test('every kind of part that the ledger knows is a word of the policies', () => {
  expect(cedarWords.get('resource.kind')).toEqual([...partKinds, 'request']);
});

/*
 * Facts come from a gateway that reads what clients send. Whatever they are, a decision that an error stood behind never
 * allows; and what Cedar itself was asked, asked again without any memory, gives the same.
 */
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.anything(), { maxKeys: 3 }),
  fc.constantFrom(
    'consumer',
    'commercial',
    'unknown',
    '__proto__',
    'constructor',
    '\ud800',
    'file',
    'thinking',
    'secret',
  ),
);

function bent<Value extends object>(value: Value): fc.Arbitrary<Value> {
  const keys = Object.keys(value);
  return fc
    .array(fc.record({ key: fc.oneof(fc.constantFrom(...keys), fc.string()), value: anything }), { maxLength: 3 })
    .map((changes) =>
      Object.assign(structuredClone(value), Object.fromEntries(changes.map((one) => [one.key, one.value]))),
    );
}

const base = exchangeFacts({ model: { name: 'm', isOutsideZdr: false, ignoresOptOut: false } });
const anyExchange = fc
  .record({
    plan: bent(base.plan),
    person: bent(base.person),
    client: bent(base.client),
    model: bent(base.model ?? {}),
  })
  .chain((pieces) => bent({ ...base, ...pieces }));
const anyPart = fc
  .record({ findings: fc.array(fc.constantFrom(...Object.values(found)).chain(bent), { maxLength: 3 }) })
  .chain((pieces) => bent({ kind: 'file', path: '/w/a.ts', ...pieces }));

const failed = (under: Policy, facts: unknown, parts: unknown): boolean =>
  under.decide(facts as never, parts as never).reasons.includes('evaluation-failed');

test('no input makes a decision allow after an error', { timeout: 120_000 }, () => {
  const forbidding = policyOf('{}', '@id("never") @en("Never.") @fr("Jamais.")\nforbid (principal, action, resource);');
  fc.assert(
    fc.property(anyExchange, fc.oneof(fc.array(anyPart, { maxLength: 3 }), fc.anything()), (facts, parts) => {
      const decision = policy.decide(facts as never, parts as never);
      expect(['allow', 'redact', 'block']).toContain(decision.verdict);
      if (decision.reasons.includes('evaluation-failed')) expect(decision.verdict).toBe('block');
      // What one policy set cannot read, no other may pass: the fault lies in the facts.
      if (failed(forbidding, facts, parts)) expect(decision.verdict).toBe('block');
      expect(forbidding.decide(facts as never, parts as never).verdict).toBe('block');
    }),
    { numRuns: 2_000 },
  );
});

test('garbage instead of facts is blocked', () => {
  for (const facts of [undefined, null, 1, '', {}, [], { at: 'now' }, { ...base, at: '2026-13-45T99:99:99Z' }])
    for (const parts of [undefined, null, 1, {}, [], [undefined], [null], [{}], [part('prompt')]])
      expect(policy.decide(facts as never, parts as never)).toMatchObject({
        verdict: 'block',
        reasons: ['evaluation-failed'],
      });
  for (const parts of [
    undefined,
    null,
    1,
    {},
    [undefined],
    [null],
    [{}],
    [{ kind: 'file' }],
    [{ kind: 'file', findings: '' }],
    [part('x', { path: 1 as never })],
  ])
    expect(policy.decide(exchangeFacts(), parts as never).verdict).toBe('block');
});
