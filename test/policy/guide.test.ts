import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildRuleset, scan } from '../../src/detection/index.ts';
import { loadPolicy, readRepositoryLabels, runCases } from '../../src/policy/index.ts';
import { someTerms } from '../support/policy.ts';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'guide', 'write-a-policy.md'), 'utf8');
const blocks = [...page.matchAll(/^```(yaml|cedar)\n([\s\S]*?)^```$/gm)].map(([, kind, text = '']) => ({ kind, text }));

function blockWith(words: string): string {
  const found = blocks.find(({ text }) => text.includes(words));
  if (!found) throw new Error(`the guide shows no block with: ${words}`);
  return found.text;
}

test('what the guide shows is sound, and decides as it says', () => {
  const policy = loadPolicy([
    { name: 'octroi.yaml', text: blockWith('defaultLabel:') },
    { name: 'own.cedar', text: blockWith('forbid (') },
  ]);
  readRepositoryLabels(policy.labels, { name: '.octroi.yaml', text: blockWith('*.model') }, '/w/pricing');
  const ruleset = buildRuleset();
  const results = runCases(policy, [{ name: 'guide.test.yaml', text: blockWith('cases:') }], {
    terms: someTerms,
    at: '2026-11-26T08:00:00Z',
    scan: (text) => scan(ruleset, text),
  });
  expect(results.map(({ name, isMet, decision }) => [name, isMet, decision.reasons])).toEqual([
    ["contractors do not send finance's data", true, ['contractors-no-finance']],
    ['a bank account in a prompt is redacted', true, ['personal-data']],
  ]);
  expect(blocks.length).toBe(4);
});
