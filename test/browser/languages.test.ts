import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { badlySet, foreignTexts } from '../support/foreign-texts.ts';
import { choose, groundOf, textsOf } from '../support/in-page.ts';
import { closeScenery, openScenery, type Scenery, see, sights } from '../support/sights.ts';
import { openVisitors, type Visitors } from '../support/visitors.ts';

let scenery: Scenery;
let visitors: Visitors;

beforeAll(async () => {
  scenery = await openScenery();
  visitors = await openVisitors();
});
afterEach(() => visitors.leave());
afterAll(async () => {
  await visitors.close();
  await closeScenery(scenery);
});

test('a text in the wrong language is seen, and so are keys, braces and bad spaces', () => {
  expect(foreignTexts('fr', ['Échanges', 'Sign out', '49 kB', 'betula-0001'])).toEqual(['Sign out']);
  expect(foreignTexts('fr', ['Exchange of 25 Nov 2026, 10:00:00'])).toHaveLength(1);
  expect(foreignTexts('fr', ['Copier the key', 'Copier la clé'])).toEqual(['Copier the key']);
  expect(foreignTexts('en', ['Keys', 'Clés', 'Se déconnecter'])).toEqual(['Clés', 'Se déconnecter']);
  expect(foreignTexts('en', ['nav.keys', 'a {name}'])).toHaveLength(2);
  expect(badlySet(['Révoquer cette clé ?', 'l\u2019exchange', "l'échange"])).toHaveLength(2);
});

test.each(sights)('$name: complete in both languages', async (sight) => {
  for (const language of ['fr', 'en'] as const) {
    const locale = language === 'fr' ? 'fr-FR' : 'en-US';
    const page = await see({ ...sight, visit: { ...sight.visit, locale } }, scenery, visitors);
    const texts = await textsOf(page);
    expect(texts.length).toBeGreaterThan(5);
    expect(foreignTexts(language, texts)).toEqual([]);
    if (language === 'fr') expect(badlySet(texts)).toEqual([]);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
  }
});

test('begins in the browser’s language, changes at once, remembers, and tells the other tabs', async () => {
  const page = await visitors.signIn(scenery.lively, { locale: 'fr-CA' });
  await page.getByRole('heading', { name: 'Échanges' }).waitFor();
  const otherTab = await page.context().newPage();
  await otherTab.goto(`${scenery.lively.consoleUrl}/keys`);
  await otherTab.getByRole('heading', { name: 'Clés' }).waitFor();
  await page.getByRole('button', { name: 'EN English' }).click();
  await page.getByRole('heading', { name: 'Exchanges' }).waitFor();
  await otherTab.getByRole('heading', { name: 'Keys' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Exchanges' }).waitFor();
  expect(await page.getByRole('button', { name: 'EN English' }).getAttribute('aria-pressed')).toBe('true');
});

test('writes numbers, sizes and dates as the language does', async () => {
  const page = await visitors.signIn(scenery.lively);
  await page.locator('tr.exchange').filter({ hasText: 'new.txt' }).first().locator('a').click();
  await page.locator('.kinds').waitFor();
  const total = page.locator('.kinds tfoot .kinds-total');
  const english = await total.innerText();
  expect(english).toMatch(/^\d+,\d{3}$/);
  await choose(page, 'language', 'fr');
  await expect.poll(() => total.innerText()).toBe(english.replace(',', '\u202f'));
  expect(await page.locator('.weight-body').innerText()).toMatch(/\d\soctets/);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(
    /^Échange du \d+ \p{L}+\.? \d{4}, \d\d:\d\d:\d\d$/u,
  );
});

test('the appearance follows the system until one is chosen, and is remembered', async () => {
  const page = await visitors.signIn(scenery.lively);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await groundOf(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await groundOf(page);
  expect(dark).not.toBe(light);
  await page.getByLabel('Appearance').selectOption({ label: 'Light' });
  expect(await groundOf(page)).toBe(light);
  await page.reload();
  await page.getByRole('heading', { name: 'Exchanges' }).waitFor();
  expect(await groundOf(page)).toBe(light);
  expect(await page.getByLabel('Appearance').inputValue()).toBe('light');
});
