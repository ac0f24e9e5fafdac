import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Focus, focusOf, usable } from '../support/in-page.ts';
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

/** Goes through a page with the Tab key until all that is wanted has been met, or it has had every chance to. */
async function tabThrough(page: Page, wanted: readonly string[]): Promise<readonly Focus[]> {
  const missing = new Set(wanted);
  const met: Focus[] = [];
  // A field for an instant alone takes seven: one for each of its figures, and one for its calendar.
  for (let pressed = 0; pressed < 2 * wanted.length + 20 && missing.size > 0; pressed += 1) {
    await page.keyboard.press('Tab');
    const focus = await focusOf(page);
    if (focus) met.push(focus);
    missing.delete(focus?.place ?? '');
  }
  return met;
}

// The list changes under the keyboard while it is live: what is met there is tried on a page that stands still.
const standing = sights.filter(({ name }) => name !== 'exchanges-held');

test.each(standing)('$name: everything is reached by keyboard, and its focus is seen', async (sight) => {
  const page = await see(sight, scenery, visitors);
  const wanted = await usable(page);
  expect(wanted.length).toBeGreaterThan(0);
  const met = await tabThrough(page, wanted);
  const reached = new Set(met.map(({ place }) => place));
  expect(wanted.filter((place) => !reached.has(place))).toEqual([]);
  // A field for an instant is also met at its calendar, where the browser draws the focus inside the field.
  const seen = new Set(met.filter(({ isSeen }) => isSeen).map(({ place }) => place));
  expect([...reached].filter((place) => !seen.has(place))).toEqual([]);
});

/** Presses Tab until an element with this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < 200; pressed += 1) {
    await page.keyboard.press('Tab');
    const named = await page
      .locator(':focus')
      .evaluateAll((elements) =>
        elements.map((element) => element.getAttribute('aria-label') ?? element.textContent ?? ''),
      );
    if (named.some((text) => name.test(text.trim()))) return;
  }
  throw new Error(`the keyboard does not get to ${name}`);
}

test('one gets through all pages without a mouse', async () => {
  const page = await visitors.signIn(scenery.lively);
  await page.locator('tr.exchange').first().waitFor();
  await tabTo(page, /^Skip to the content$/);
  await page.keyboard.press('Enter');
  await page.locator('main:focus').waitFor();
  expect(page.url()).toBe(`${scenery.lively.consoleUrl}/exchanges`);
  await tabTo(page, /^Exchange of/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Exchange of/ }).waitFor();
  await page.locator('main:focus').waitFor();
  await tabTo(page, /^← Exchanges$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Exchanges' }).waitFor();
  await tabTo(page, /^Keys$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Keys', exact: true }).waitFor();
});

test('a key is made and revoked without a mouse, and the focus comes back to where it was', async () => {
  const page = await visitors.signIn(scenery.lively);
  await page.goto(`${scenery.lively.consoleUrl}/keys`);
  await tabTo(page, /^Make a key$/);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ada Lovelace');
  await page.keyboard.press('Tab');
  await page.keyboard.type('keyboard');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: /^The key for/ }).waitFor();
  await tabTo(page, /^I have kept it$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('row').filter({ hasText: 'keyboard' }).waitFor();
  await tabTo(page, /^Revoke key/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Revoke this key?' });
  expect(await dialog.locator(':focus').innerText()).toBe('Keep the key');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.locator(':focus').getAttribute('aria-label')).toMatch(/^Revoke key/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Revoke the key$/);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('row').filter({ hasText: 'keyboard' }).filter({ hasText: 'Revoked' }).waitFor();
});

test('with motion reduced nothing moves', async () => {
  const page = await visitors.signIn(scenery.lively);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.locator('tr.exchange').first().waitFor();
  expect(await page.evaluate('document.getAnimations().length')).toBe(0);
  const { key } = await scenery.lively.makeKey('Ada', 'billing');
  await scenery.lively.play('git', key);
  await page.locator('tr.news').first().waitFor();
  expect(await page.evaluate('document.getAnimations().length')).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await scenery.lively.play('git', key);
  await expect.poll(() => page.evaluate('document.getAnimations().length')).toBeGreaterThan(0);
});
