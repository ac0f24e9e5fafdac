import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { send } from '../support/http.ts';
import { startTestPost, type TestPost } from '../support/post.ts';
import { textAnswer } from '../support/answers.ts';
import { openVisitors, type Visit, type Visitors } from '../support/visitors.ts';

let post: TestPost;
let visitors: Visitors;

beforeAll(async () => {
  post = await startTestPost({ wish: () => textAnswer('Hello.') });
  await post.addContract();
  visitors = await openVisitors();
});
afterEach(() => visitors.leave());
afterAll(async () => {
  await visitors.close();
  await post.stop();
});

async function openKeys(visit?: Visit): Promise<Page> {
  const page = await visitors.signIn(post, visit);
  await page.getByRole('link', { name: 'Keys', exact: true }).click();
  await page.getByRole('heading', { name: 'Keys', exact: true }).waitFor();
  return page;
}

async function fillIn(page: Page, form: { person: string; workspace: string; days?: string }): Promise<void> {
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByLabel('Person', { exact: true }).fill(form.person);
  await page.getByLabel('Workspace', { exact: true }).fill(form.workspace);
  if (form.days !== undefined) await page.getByLabel('Lasts').fill(form.days);
  await page.getByRole('button', { name: 'Make the key' }).click();
}

const copied = (page: Page) => page.evaluate('navigator.clipboard.readText()');

test('a key is made, shown once with its two lines, and lets its bearer through', async () => {
  const page = await openKeys();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await fillIn(page, { person: 'Ada Lovelace', workspace: 'billing', days: '30' });
  const dialog = page.getByRole('dialog', { name: /^The key for [a-z]+-\d{4}$/ });
  await dialog.getByRole('button', { name: 'Copy the two lines' }).click();
  const lines = await expect
    .poll(() => copied(page))
    .toMatch(/oct_/)
    .then(() => copied(page));
  const key = /^export ANTHROPIC_BASE_URL=(\S+)\nexport ANTHROPIC_AUTH_TOKEN=(oct_\S+)$/.exec(String(lines));
  expect(key?.[1]).toBe(post.gatewayUrl);
  await dialog.getByRole('button', { name: 'Copy the key' }).click();
  await expect.poll(() => copied(page)).toBe(key?.[2]);
  expect((await send(post.gatewayUrl, key?.[2] ?? '')).status).toBe(200);
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  await dialog.waitFor({ state: 'detached' });
  const row = page.getByRole('row').filter({ hasText: `oct_…${key?.[2]?.slice(-4)}` });
  expect(await row.innerText()).toContain('Active');
  // The page shows a pseudonym, and the key is nowhere on it any more.
  const html = await page.content();
  expect(html).not.toContain('Lovelace');
  expect(html).not.toContain(key?.[2]);
});

test('a key that was just shown is not lost to the Escape key', async () => {
  const page = await openKeys();
  await fillIn(page, { person: 'Blaise', workspace: 'billing' });
  const dialog = page.getByRole('dialog', { name: /^The key for/ });
  await dialog.waitFor();
  for (let pressed = 0; pressed < 3; pressed += 1) await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  await dialog.waitFor({ state: 'detached' });
});

test('a revoked key is refused by the gateway at once', async () => {
  const { key, pseudonym } = await post.makeKey('Grace', 'platform');
  expect((await send(post.gatewayUrl, key)).status).toBe(200);
  const page = await openKeys();
  await page.getByRole('button', { name: `Revoke key oct_…${key.slice(-4)} of ${pseudonym}` }).click();
  const dialog = page.getByRole('dialog', { name: 'Revoke this key?' });
  expect(await dialog.innerText()).toContain(pseudonym);
  await dialog.getByRole('button', { name: 'Revoke the key' }).click();
  await dialog.waitFor({ state: 'detached' });
  const refused = await send(post.gatewayUrl, key);
  expect([refused.status, refused.code]).toEqual([401, 'gateway_key_revoked']);
  const row = page.getByRole('row').filter({ hasText: `oct_…${key.slice(-4)}` });
  await row.filter({ hasText: 'Revoked' }).waitFor();
  expect(await row.getByRole('button').count()).toBe(0);
});

test('a key that is kept after all goes on', async () => {
  const { key, pseudonym } = await post.makeKey('Henri', 'platform');
  const page = await openKeys();
  const opener = page.getByRole('button', { name: `Revoke key oct_…${key.slice(-4)} of ${pseudonym}` });
  await opener.click();
  await page.getByRole('button', { name: 'Keep the key' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // The focus is back where it was before the dialog.
  await opener.and(page.locator(':focus')).waitFor();
  expect((await send(post.gatewayUrl, key)).status).toBe(200);
});

test('what a form lacks is asked for, and what the server refuses is told in words', async () => {
  const page = await openKeys({ expectedStatuses: [422] });
  await fillIn(page, { person: '   ', workspace: 'billing' });
  await page.locator('input[name=person]:invalid').waitFor();
  await page.getByLabel('Person', { exact: true }).fill('Ada\u0007');
  await page.getByRole('button', { name: 'Make the key' }).click();
  await page.getByRole('alert').filter({ hasText: 'A name is 1 to 120 characters' }).waitFor();
  await page.getByLabel('Person', { exact: true }).fill('Ada');
  await page.getByLabel('Lasts').fill('731');
  await page.getByRole('button', { name: 'Make the key' }).click();
  await page.locator('input[name=days]:invalid').waitFor();
});

test('works by plain http under another name, where the browser gives no clipboard', async () => {
  const page = await visitors.come({ expectedRemark: /Cross-Origin-Opener-Policy header has been ignored/ });
  await page.goto((await post.signInLink()).replace('127.0.0.1', 'octroi.test'));
  await page.getByRole('link', { name: 'Keys', exact: true }).click();
  expect(await page.evaluate('isSecureContext || navigator.clipboard !== undefined')).toBe(false);
  await fillIn(page, { person: 'Emile', workspace: 'billing' });
  await page.getByRole('button', { name: 'Copy the key' }).click();
  await page.getByText('Copied', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByRole('button', { name: 'Make a key' }).click();
  const pasted = page.getByLabel('Workspace', { exact: true });
  await pasted.press('Control+V');
  expect(await pasted.inputValue()).toMatch(/^oct_\S{40,}$/);
});
