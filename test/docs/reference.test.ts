import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { configurationKeys } from '../../scripts/policy-page.ts';
import { referencePages } from '../../scripts/reference-pages.ts';
import { settingsTable } from '../../src/cli/settings/table.ts';
import { policyKeys } from '../../src/messages/en/policy-keys.ts';
import { settings as english } from '../../src/messages/en/settings.ts';

const root = join(import.meta.dirname, '..', '..');
const docs = join(root, 'docs');

test.each(Object.entries(referencePages()))('docs/reference/%s is what the program says', (name, text) => {
  expect(readFileSync(join(docs, 'reference', name), 'utf8')).toBe(text);
});

test('every setting has its sentence, and every sentence its setting', () => {
  expect(Object.keys(english)).toEqual(settingsTable.map(({ path }) => path));
});

test('every key of a policy has its sentence, and every sentence its key', () => {
  expect(Object.keys(policyKeys)).toEqual(configurationKeys().map(({ path }) => path));
});

const pages = [
  ...['README.md', 'ARCHITECTURE.md', 'SECURITY.md'].map((name) => join(root, name)),
  ...readdirSync(docs, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(docs, name)),
];

test.each(pages)('%s links to nothing that is not there', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? '');
  expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
});
