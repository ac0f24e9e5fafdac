import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { addAccount } from '../support/person-sign-in.ts';
import { startTestPost, type TestPost } from '../support/post.ts';
import { password } from '../support/sign-in.ts';
import { openVisitors, type Visitors } from '../support/visitors.ts';

let post: TestPost;
let visitors: Visitors;

beforeAll(async () => {
  post = await startTestPost();
  visitors = await openVisitors();
  await post.addContract();
  const { key } = await post.makeKey('Ada Lovelace', 'billing');
  await post.play('git', key);
  await addAccount(post, 'Dana', 'octroi-dpo');
  await addAccount(post, 'Aude', 'octroi-auditor');
});
afterEach(() => visitors.leave());
afterAll(async () => {
  await visitors.close();
  await post.stop();
});

async function enter(name: string): Promise<Page> {
  const page = await visitors.come();
  await page.goto(`${post.consoleUrl}/sign-in`);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`${post.consoleUrl}/exchanges`);
  await page.goto(`${post.consoleUrl}/posture`);
  return page;
}

test('a pack is made, downloaded, and shared by a link that asks for no account', async () => {
  const page = await enter('Dana');
  await page.getByRole('button', { name: 'Make a pack' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('First day').fill('2026-11-01');
  await dialog.getByLabel('Last day').fill(new Date().toISOString().slice(0, 10));
  await dialog.getByRole('button', { name: 'Make a pack' }).click();
  const link = page.getByRole('link', { name: /^Download/ });
  await link.waitFor({ timeout: 30_000 });
  const href = (await link.getAttribute('href')) ?? '';
  const fetched = await page.request.get(`${post.consoleUrl}${href}`);
  expect((await fetched.body()).subarray(0, 2).toString()).toBe('PK');
  await page.getByRole('button', { name: /^Share/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Share', exact: true }).click();
  const address = await page.locator('.pack-link').textContent();
  const answered = await fetch(address ?? '');
  expect([answered.status, answered.headers.get('content-type')]).toEqual([200, 'application/zip']);
  if (process.env['OCTROI_SHOT']) await page.screenshot({ path: process.env['OCTROI_SHOT'], fullPage: true });
  await page.getByRole('button', { name: 'Done' }).click();
  expect(await page.getByRole('dialog').count()).toBe(0);
  if (process.env['OCTROI_SHOT']) await page.screenshot({ path: `${process.env['OCTROI_SHOT']}.png`, fullPage: true });
});

test('what people are told is offered in the reader’s language, with the names they typed in', async () => {
  const page = await enter('Dana');
  const told = page.locator('.posture-told');
  await told.getByLabel('Organisation, as they name it').fill('Works & Sons');
  const link = told.getByRole('link', { name: 'Note to the works council, Markdown, to keep' });
  const fetched = await page.request.get(`${post.consoleUrl}${await link.getAttribute('href')}`);
  const text = (await fetched.body()).toString('utf8');
  expect(text).toMatch(/^<!-- octroi-notice council en /);
  expect(text).toContain('Works \\& Sons');
  expect(await told.textContent()).toContain('the pack of');
  if (process.env['OCTROI_SHOT']) await told.screenshot({ path: `${process.env['OCTROI_SHOT']}.told.png` });
});

test('an auditor may fetch what was made, and neither makes nor shares', async () => {
  const page = await enter('Aude');
  await page.getByRole('link', { name: /^Download/ }).waitFor();
  expect(await page.getByRole('button', { name: /^(Make|Share)/ }).count()).toBe(0);
});
