import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allDetectors, detectionErrorCodes } from '../../src/detection/index.ts';
import { gatewayErrorCodes } from '../../src/gateway/errors.ts';
import { ledgerErrorCodes } from '../../src/ledger/errors.ts';
import { recordKinds } from '../../src/ledger/records.ts';
import { retentionClasses } from '../../src/ledger/retention-class.ts';
import { cliRetention } from '../../src/messages/en/cli-retention.ts';
import {
  consoleCount,
  consoleText,
  findingKindText,
  languages,
  preferredLanguage,
  reasonText,
  typeset,
} from '../../src/messages/console.ts';
import * as englishNames from '../../src/messages/en/console/record-kinds.ts';
import * as frenchNames from '../../src/messages/fr/console/record-kinds.ts';
import { consoleCounts, consoleTexts as english, findingKinds } from '../../src/messages/en/console.ts';
import { consoleTexts as french, findingKinds as frenchFindingKinds } from '../../src/messages/fr/console.ts';

test('speaks the first of the browser’s languages that octroi speaks', () => {
  const chosen = [['fr-CA', 'en'], ['de', 'fr'], ['en-US', 'fr'], ['de-CH'], [], ['FR']].map(preferredLanguage);
  expect(chosen).toEqual(['fr', 'fr', 'en', 'en', 'en', 'fr']);
});

test('counts as each language does: none is one in French', () => {
  const counted = (language: 'en' | 'fr') =>
    [0, 1, 2, 1_234].map((count) => consoleCount(language, 'exchanges.held', count));
  expect(counted('en')).toEqual(['0 new exchanges', '1 new exchange', '2 new exchanges', '1,234 new exchanges']);
  expect(counted('fr')).toEqual([
    '0 nouvel échange',
    '1 nouvel échange',
    '2 nouveaux échanges',
    '1\u202f234 nouveaux échanges',
  ]);
});

test('sets French as French is set, and leaves English alone', () => {
  expect(typeset('fr', 'Sûr ? « oui » : non ; si !')).toBe('Sûr\u202f? «\u00a0oui\u00a0»\u00a0: non\u202f; si\u202f!');
  expect(typeset('en', 'Sure ? ')).toBe('Sure ? ');
  expect(consoleText('fr', 'revoke.title')).toBe('Révoquer cette clé\u202f?');
});

// Of inspection, what a request can be stopped by.
const stoppingCodes = detectionErrorCodes.filter((code) => /^scan_|_conflict$/.test(code));

test.each([...gatewayErrorCodes, ...ledgerErrorCodes, ...stoppingCodes, 'findings_redacted'])(
  'the reason %s is told in words, without holes',
  (code) => {
    for (const language of languages) {
      const { text, hint } = reasonText(language, code);
      expect(text).not.toBe(code);
      expect(text + hint).not.toMatch(/[{}]/);
    }
  },
);

test('a reason of a newer gateway stands for itself', () => {
  expect(reasonText('fr', 'gateway_from_tomorrow')).toEqual({ text: 'gateway_from_tomorrow', hint: '' });
});

test('every kind that a detector finds is told in words, in both languages', () => {
  const kinds = [...new Set(allDetectors.map(({ kind }) => kind))];
  expect(kinds.length).toBeGreaterThan(150);
  for (const kind of kinds) {
    const [told, toldInFrench] = [findingKindText('en', kind), findingKindText('fr', kind)];
    expect(told).toMatch(/^[^_]{2,}$/);
    expect([kind, toldInFrench]).not.toEqual([kind, told]);
  }
  expect(Object.keys(findingKinds).filter((kind) => kind !== 'imported_secret' && !kinds.includes(kind))).toEqual([]);
  expect(Object.keys(frenchFindingKinds)).toEqual(Object.keys(findingKinds));
});

test('a token is named by its vendor, as the vendor writes itself, and a kind of an operator by its words', () => {
  expect(findingKindText('en', 'github_token')).toBe('GitHub token or key');
  expect(findingKindText('fr', 'trigger_dev_token')).toBe('Jeton ou clé Trigger.dev');
  expect(findingKindText('fr', 'slack_token')).toBe('Jeton ou clé Slack');
  expect(findingKindText('en', 'client_name')).toBe('Client name');
  expect(findingKindText('en', 'constructor')).toBe('Constructor');
});

// The same in both languages, because it is the same word or no word at all.
const shared =
  /^(nav\.label|foot\.version|kind\.(prompt|image|document)|piece\.(prompt|image|document)|keys\.(endsIn|active)|exchange\.(client|session|agent|share)|title\.of|found\.kindCount|findingClass\.secret|inspection\.title|kinds\.total|row\.open|nav\.catalogue|policy\.versions?|versions\.catalogue|catalogue\.(title|basisBare|source)|claims\.(verdict|topic\.minimisation)|contracts\.organization|decision\.(verdict|catalogue)|holds\.scope\.conversation|flow\.(audience\.commercial|purpose\.api)|ways\.column\.bytes|around\.column\.(session|bytes)|evaluation\.column\.option)$/;

test('every text is translated', () => {
  const same = Object.entries(english).filter(
    ([key, text]) => Object.entries(french).find(([name]) => name === key)?.[1] === text,
  );
  expect(same.map(([key]) => key).filter((key) => !shared.test(key))).toEqual([]);
});

test('a translation fills the same names, quotes the same code, and uses the typographic apostrophe', () => {
  const marks = (text: string) => (text.match(/\{\w+\}|`[^`]+`/g) ?? []).toSorted();
  for (const [key, text] of Object.entries(english)) {
    const translated = consoleText('fr', key as keyof typeof english);
    expect([key, marks(translated)]).toEqual([key, marks(text)]);
    expect(translated).not.toMatch(/\p{L}'\p{L}/u);
  }
});

const consoleFolder = join(import.meta.dirname, '..', '..', 'src', 'console');

function beginningsOf(key: string): readonly string[] {
  const parts = key.split('.');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('.'));
}

test('every text is said somewhere', () => {
  const sources = readdirSync(consoleFolder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const code = [...sources.map((file) => join(consoleFolder, file)), join(consoleFolder, '../../vite.config.ts')]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  // By its whole name, or by the beginning of it where the rest is worked out.
  const isSaid = (key: string): boolean =>
    [`'${key}'`, `"${key}"`].some((quoted) => code.includes(quoted)) ||
    beginningsOf(key).some((beginning) => code.includes(`\`${beginning}.\${`));
  expect(sources.length).toBeGreaterThan(40);
  expect([...Object.keys(english), ...Object.keys(consoleCounts)].filter((key) => !isSaid(key))).toEqual([]);
});

test('every kind of record and every class has a name on screens and for the person it is about', () => {
  for (const { recordKindNames, retentionClassNames } of [englishNames, frenchNames]) {
    expect(recordKinds.filter((kind) => !(kind in recordKindNames))).toEqual([]);
    expect(retentionClasses.filter((name) => !(name in retentionClassNames))).toEqual([]);
  }
  expect(recordKinds.filter((kind) => !(`access.kind.${kind}` in cliRetention))).toEqual([]);
});
