import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ExchangeFacts, loadPolicy, octroiPolicies, type PartFacts } from '../../src/policy/index.ts';
import { commercialPlan, exchangeFacts, found, part, policyOf } from '../support/policy.ts';

const policy = loadPolicy([]);
const zdrContract = "contracts: {anthropic: {plan: api, zdr: {since: 2026-01-01, document: 'order 12'}}}";
const zdrPolicy = policyOf(`workspaces: {sealed: {zdr: true}}\n${zdrContract}`);
const sealed = exchangeFacts({ workspace: 'sealed' });
const coveredModel = { name: 'claude-fable-5-1', isOutsideZdr: true, ignoresOptOut: false };
const labsModel = { name: 'labs-devstral', isOutsideZdr: true, ignoresOptOut: true };

function decided(facts: Partial<ExchangeFacts>, ...parts: readonly PartFacts[]) {
  const { verdict, reasons } = policy.decide(exchangeFacts(facts), parts);
  return { verdict, reasons };
}

describe('each default policy refuses what it is for, and spares what stands beside it', () => {
  test('a commercial plan passes; a consumer plan, an unknown one and one without business use do not', () => {
    const prompt = part('prompt');
    expect(decided({}, prompt)).toEqual({ verdict: 'allow', reasons: ['transmit'] });
    const under = (plan: Partial<typeof commercialPlan>) => decided({ plan: { ...commercialPlan, ...plan } }, prompt);
    expect(under({ audience: 'consumer' })).toEqual({ verdict: 'block', reasons: ['consumer-plan'] });
    expect(under({ audience: 'unknown' })).toEqual({ verdict: 'block', reasons: ['plan-unknown'] });
    expect(under({ businessUse: 'forbidden' })).toEqual({ verdict: 'block', reasons: ['business-use-forbidden'] });
    expect(under({ businessUse: 'unknown' })).toEqual({ verdict: 'allow', reasons: ['transmit'] });
    expect(under({ training: 'yes' })).toEqual({ verdict: 'block', reasons: ['plan-trains'] });
    expect(under({ training: 'unless_opted_out' })).toEqual({ verdict: 'block', reasons: ['plan-trains'] });
    expect(under({ training: 'unknown' })).toEqual({ verdict: 'block', reasons: ['plan-training-unknown'] });
  });

  test('an opt-out that the contract proves lets a plan pass that trains otherwise, from its day on', () => {
    const optedOut = policyOf("contracts: {w: {plan: teams, trainingOptOut: {since: 2026-11-26, document: 'mail'}}}");
    const facts = exchangeFacts({ contract: 'w', plan: { ...commercialPlan, training: 'unless_opted_out' } });
    expect(optedOut.decide(facts, []).verdict).toBe('allow');
    expect(optedOut.decide({ ...facts, at: '2026-11-25T23:59:59Z' }, []).reasons).toEqual(['plan-trains']);
  });

  test('what a contract agrees no longer counts once its review is overdue', () => {
    const agreed = "{since: 2026-01-01, document: 'order 12'}";
    const reviewed = policyOf(
      `workspaces: {sealed: {zdr: true}}\ncontracts: {w: {plan: api, zdr: ${agreed}, trainingOptOut: ${agreed}, reviewOn: 2026-11-26}}`,
    );
    const reasons = (at: string) =>
      reviewed.decide(
        exchangeFacts({
          at,
          workspace: 'sealed',
          contract: 'w',
          plan: { ...commercialPlan, training: 'unless_opted_out' },
        }),
        [],
      ).reasons;
    expect(reasons('2026-11-26T23:59:59Z')).toEqual(['transmit']);
    expect(reasons('2026-11-27T00:00:00Z').toSorted()).toEqual(['plan-trains', 'zdr-missing']);
  });

  test('the address of the training is told as it stands', () => {
    const text = policyOf("training: {address: 'https://t.example/?a=$&b=$1'}").textOf('training-overdue');
    expect(text?.en.hint).toContain('https://t.example/?a=$&b=$1');
  });

  test.each([
    ['secret', ['secret']],
    ['personal', ['personal-data']],
    ['dictionary', ['dictionary-term']],
  ] as const)('a %s finding is redacted', (kind, reasons) => {
    expect(decided({}, part('prompt'), part('file', { findings: [found[kind]] }))).toEqual({
      verdict: 'redact',
      reasons,
    });
  });

  test('a secret within thinking blocks; personal data there, which the vendor wrote, pass', () => {
    expect(decided({}, part('thinking', { findings: [found.secret] }))).toEqual({
      verdict: 'block',
      reasons: ['secret-in-thinking'],
    });
    expect(decided({}, part('thinking', { findings: [found.personal, found.dictionary] })).verdict).toBe('allow');
    expect(decided({}, part('thinking')).verdict).toBe('allow');
  });

  test('restricted data leave under zero data retention only, and never by a model or a feature that it does not cover', () => {
    const restricted = part('file', { path: '/home/ada/.ssh/id_ed25519' });
    expect(decided({}, restricted)).toEqual({ verdict: 'block', reasons: ['label-needs-zdr'] });
    const under = (facts: Partial<ExchangeFacts>) => zdrPolicy.decide(exchangeFacts(facts), [restricted]).reasons;
    expect(under({})).toEqual(['transmit']);
    expect(under({ at: '2025-12-31T23:59:59Z' })).toEqual(['label-needs-zdr']);
    expect(under({ plan: { ...commercialPlan, isZdrOffered: false } })).toEqual(['label-needs-zdr']);
    expect(under({ model: coveredModel })).toEqual(['label-needs-zdr']);
    expect(under({ features: ['files'] })).toEqual(['label-needs-zdr']);
  });

  test('a workspace of zero data retention refuses covered models, features outside it, and a contract without it', () => {
    const of = (facts: Partial<ExchangeFacts>) => zdrPolicy.decide({ ...sealed, ...facts }, [part('prompt')]).reasons;
    expect(of({})).toEqual(['transmit']);
    expect(of({ model: coveredModel })).toEqual(['zdr-model']);
    expect(of({ features: ['web_search'] })).toEqual(['transmit']);
    for (const feature of commercialPlan.featuresOutsideZdr)
      expect(of({ features: [feature] })).toEqual(['zdr-feature']);
    expect(of({ contract: 'another' })).toEqual(['zdr-missing']);
    expect(of({ plan: { ...commercialPlan, isZdrOffered: false } })).toEqual(['zdr-missing']);
    expect(decided({ model: coveredModel, features: ['files'] }, part('prompt')).verdict).toBe('allow');
  });

  test('data that no plan may see is blocked, under zero data retention too', () => {
    const prohibited = part('document', { path: 'C:\\Projets\\Diffusion-Restreinte\\note.odt' });
    expect(zdrPolicy.decide(sealed, [prohibited]).reasons).toEqual(['label-never-leaves']);
  });

  test('models that ignore the opt-out are refused', () => {
    expect(decided({ model: labsModel }, part('prompt'))).toEqual({
      verdict: 'block',
      reasons: ['model-ignores-opt-out'],
    });
  });

  test('where the terms let personal data pass under zero data retention only, redaction does not help', () => {
    const plan = { ...commercialPlan, personalDataNeedsZdr: true };
    const personal = part('prompt', { findings: [found.personal] });
    expect(decided({ plan }, personal)).toEqual({ verdict: 'block', reasons: ['personal-data-needs-zdr'] });
    expect(decided({ plan }, part('prompt', { findings: [found.secret] })).verdict).toBe('redact');
    expect(zdrPolicy.decide(exchangeFacts({ plan }), [personal]).reasons).toEqual(['personal-data']);
  });

  test('training that has run out blocks after its grace', () => {
    const trained = policyOf('training: {required: true, graceDays: 10}');
    const until = (trainingValidUntil?: string) => {
      const person = { roles: [], ...(trainingValidUntil === undefined ? {} : { trainingValidUntil }) };
      return trained.decide(exchangeFacts({ person }), []).reasons;
    };
    expect(until('2026-12-01')).toEqual(['transmit']);
    expect(until('2026-11-16T08:00:00Z')).toEqual(['transmit']);
    expect(until('2026-11-16T07:59:59Z')).toEqual(['training-overdue']);
    // A day is good to its end: the grace of ten days after 15 November ends with the 25th, that of the 16th does not.
    expect(until('2026-11-15')).toEqual(['training-overdue']);
    expect(until('2026-11-16')).toEqual(['transmit']);
    expect(until()).toEqual(['training-overdue']);
    expect(until('soon')).toEqual(['training-overdue']);
    expect(decided({ person: { roles: [], trainingValidUntil: '2020-01-01' } }).verdict).toBe('allow');
    const address = 'https://learning.example.internal/ai';
    const told = policyOf(`training: {required: true, address: "${address}"}`).decide(exchangeFacts(), []).texts[0];
    for (const language of ['en', 'fr'] as const) expect(told?.[language].hint).toMatch(new RegExp(`${address}$`));
    expect(trained.textOf('training-overdue')?.fr.hint).not.toContain('{');
  });

  test('a ceiling holds what is stricter; another workspace does not have it', () => {
    const capped = policyOf('workspaces: {open: {ceiling: internal}}');
    const env = part('file', { path: '/w/.env' });
    expect(capped.decide(exchangeFacts({ workspace: 'open' }), [env]).reasons).toEqual(['label-above-ceiling']);
    expect(capped.decide(exchangeFacts({ workspace: 'open' }), [part('file', { path: '/w/a.ts' })]).verdict).toBe(
      'allow',
    );
    expect(capped.decide(exchangeFacts(), [env]).verdict).toBe('allow');
  });

  test('a contract is good for its days, and for the workspaces that are its', () => {
    const dated = policyOf(
      'contracts: {a: {plan: api, startsOn: 2026-01-01, endsOn: 2026-11-26}, b: {plan: api}}\nworkspaces: {one: {contract: b}}',
    );
    const under = (facts: Partial<ExchangeFacts>) => dated.decide(exchangeFacts(facts), []).reasons;
    expect(under({ contract: 'a' })).toEqual(['transmit']);
    expect(under({ contract: 'a', at: '2026-11-27T00:00:00Z' })).toEqual(['contract-not-in-force']);
    expect(under({ contract: 'a', at: '2025-12-31T00:00:00Z' })).toEqual(['contract-not-in-force']);
    expect(under({ contract: 'b', workspace: 'one' })).toEqual(['transmit']);
    expect(under({ contract: 'a', workspace: 'one' })).toEqual(['contract-of-another-workspace']);
  });

  test('a client older than the minimum, or that tells no version, is refused where a minimum stands', () => {
    const recent = policyOf('clients: {claude-cli: {minimumVersion: 2.1.300}}');
    const of = (name: string, version?: string) =>
      recent.decide(exchangeFacts({ client: { name, ...(version === undefined ? {} : { version }) } }), []).reasons;
    for (const version of ['2.1.300', '2.1.1000', '2.2.0', '3.0.0-beta.1'])
      expect(of('claude-cli', version)).toEqual(['transmit']);
    for (const version of ['2.1.299', '2.0.999', '1.9.9', 'dev', undefined])
      expect(of('claude-cli', version)).toEqual(['client-too-old']);
    expect(of('copilot', '0.0.1')).toEqual(['transmit']);
  });
});

test('every policy octroi brings has its verdict above', () => {
  const tests = readFileSync(import.meta.filename, 'utf8');
  expect(octroiPolicies.map(({ id }) => id).filter((id) => !tests.includes(`'${id}'`))).toEqual([]);
});
