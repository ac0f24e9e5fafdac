import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideByBundle, openBundle } from '../../src/policy/bundle/index.ts';
import { factsOfHook, loadPolicy, planFactsOf, type PolicyFile, saidOf } from '../../src/policy/index.ts';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { bundle, pinnedKey, signed, today } from '../support/bundle.ts';

const policies: readonly (readonly PolicyFile[])[] = [
  [],
  [
    {
      name: 'octroi.yaml',
      text: [
        'labels:',
        '  - { name: internal }',
        '  - { name: plans, paths: ["{design,board}/**", "*.dwg"], except: ["design/public/**"], neverLeaves: true }',
        '  - { name: patients, paths: ["~/patients", "/srv/patients/**"], needsZdr: true }',
      ].join('\n'),
    },
  ],
];

const names = ['design', 'public', 'board', 'x.dwg', '.ssh', 'id_rsa', 'patients', 'srv', 'home', 'ada', '.env', 'src'];
const paths = fc
  .tuple(fc.constantFrom('/', '', 'C:/', '~/'), fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 5 }))
  .map(([root, parts]) => root + parts.join('/'));

test.each(policies)('a bundle decides over every path as the policy does', (...files) => {
  const policy = loadPolicy(files);
  const made = bundle({ files });
  const plan = planFactsOf(openCatalogue(shippedData).plan('anthropic', 'api', today));
  const person = { roles: [], trainingValidUntil: '2027-01-01' };
  const facts = factsOfHook({ at: today.toISOString(), person, workspace: 'default', contract: '', plan });
  const seen = new Set<string>();
  fc.assert(
    fc.property(paths, (path) => {
      const decision = policy.decide(facts, [{ kind: 'file', path, findings: [] }]);
      const decided = decideByBundle(made, { event: 'PreToolUse', tool: 'Read', path, findings: [] });
      seen.add(decided.verdict);
      const isBlocked = decision.verdict === 'block';
      expect(decided.verdict).toBe(isBlocked ? 'block' : 'allow');
      if (isBlocked) expect(decided).toEqual({ verdict: 'block', reasons: decision.reasons, texts: saidOf(decision) });
    }),
    { numRuns: 400 },
  );
  expect([...seen].toSorted()).toEqual(['allow', 'block']);
});

const file = signed(bundle());
const refusal = (text: string, keys: readonly string[], now: Date): string => {
  try {
    openBundle(text, keys, now);
    return 'opened';
  } catch (fault) {
    return (fault as { readonly code: string }).code;
  }
};

test('a bundle opens within its time, signed by a key that is trusted, and not otherwise', () => {
  const day = (count: number): Date => new Date(today.getTime() + count * 86_400_000);
  expect(refusal(file, [pinnedKey], day(29))).toBe('opened');
  expect(refusal(file, [pinnedKey], day(31))).toBe('policy_bundle_too_old');
  expect(refusal(file, [pinnedKey], day(-2))).toBe('policy_bundle_too_old');
  expect(refusal(file, [`${'A'.repeat(43)}=`], today)).toBe('policy_bundle_key_not_pinned');
  expect(refusal(file, ['nonsense'], today)).toBe('policy_bundle_key_not_pinned');
  expect(refusal('{}', [pinnedKey], today)).toBe('policy_bundle_not_signed');
  const envelope = JSON.parse(file);
  const payload = JSON.parse(Buffer.from(envelope.payload, 'base64').toString());
  const changed = Buffer.from(JSON.stringify({ ...payload, labels: [] })).toString('base64');
  expect(refusal(JSON.stringify({ ...envelope, payload: changed }), [pinnedKey], today)).toBe(
    'policy_bundle_signature_invalid',
  );
});

test('a bundle of another form is refused, whoever signed it', () => {
  const foreign = signed({ ...bundle(), schema: 'octroi.policy.bundle/2' as 'octroi.policy.bundle/1' });
  expect(refusal(foreign, [pinnedKey], today)).toBe('policy_bundle_foreign');
});
