import { expect, test } from 'vitest';
import { type CaseSurroundings, loadPolicy, runCases } from '../../src/policy/index.ts';
import { found, someTerms } from '../support/policy.ts';

const around: CaseSurroundings = {
  terms: someTerms,
  at: '2026-11-26T08:00:00Z',
  scan: (text) => (text.includes('=') ? [found.secret] : []),
};

const text = `cases:
  - name: a prompt passes
    parts: [{text: hello}]
    expect: allow
  - name: a secret is redacted
    parts: [{kind: file, path: /w/.env, text: "KEY=value"}, {findings: [personal]}]
    expect: redact
    reasons: [personal-data, secret]
  - name: a consumer plan is refused
    plan: anthropic/max
    expect: block
    reasons: [consumer-plan]
  - name: this one is not met
    parts: [{findings: [{class: secret, kind: password, detector: x}]}]
    expect: allow
  - name: nor this, for its reasons
    plan: {vendor: mistral, plan: team}
    model: labs-devstral
    parts: [{}]
    expect: block
    reasons: [secret]
`;

test('cases are decided by the policy, and told with their line', () => {
  const results = runCases(loadPolicy([]), [{ name: 'a.test.yaml', text }], around);
  expect(results.map(({ line, name, isMet }) => [line, name, isMet])).toEqual([
    [2, 'a prompt passes', true],
    [5, 'a secret is redacted', true],
    [9, 'a consumer plan is refused', true],
    [13, 'this one is not met', false],
    [16, 'nor this, for its reasons', false],
  ]);
  expect(results[4]?.decision.reasons).toEqual(['model-ignores-opt-out']);
});

test('cases that cannot be read, or name a plan that nobody described, are refused together', () => {
  const broken = 'cases:\n  - name: x\n    expect: maybe\n  - {name: y, expect: allow, part: []}\n';
  const unknown = 'cases:\n  - {name: z, plan: acme/pro, expect: allow}\n';
  const run = () =>
    runCases(
      loadPolicy([]),
      [
        { name: 'a.test.yaml', text: broken },
        { name: 'b.test.yaml', text: unknown },
      ],
      around,
    );
  expect(run).toThrow(
    expect.objectContaining({
      code: 'policy_cases_invalid',
      args: {
        faults: [
          '\n  a.test.yaml:3: cases.0.expect: value_invalid (allow | redact | block)',
          '\n  a.test.yaml:4: cases.1.part: key_unknown',
          '\n  b.test.yaml:2: cases.0.plan: plan_unknown (acme/pro)',
        ].join(''),
      },
    }),
  );
});
