import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { textAnswer } from '../support/answers.ts';
import { governedFiles, strictProposal } from '../support/governed.ts';
import { hello, send } from '../support/http.ts';
import { startTestPost, type TestPost } from '../support/post.ts';
import { openVisitors, type Visit, type Visitors } from '../support/visitors.ts';

let post: TestPost;
let contractId: string;
let key: string;
let visitors: Visitors;

beforeAll(async () => {
  post = await startTestPost({ policyFiles: governedFiles, wish: () => textAnswer('Hello.') });
  contractId = await post.addContract();
  ({ key } = await post.makeKey('Ada', 'research'));
  visitors = await openVisitors();
});
afterEach(() => visitors.leave());
afterAll(async () => {
  await visitors.close();
  await post.stop();
});

async function visit(path: string, heading: string, how?: Visit): Promise<Page> {
  const page = await visitors.signIn(post, how);
  await page.goto(`${post.consoleUrl}${path}`);
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
  return page;
}

const line = (page: Page, plan: string) => page.locator('.matrix-line').filter({ hasText: plan });

test('the matrix shows what is held first, is narrowed, and keeps its filters in the address', async () => {
  const page = await visit('/matrix', 'Matrix');
  const held = page.locator('.matrix-held');
  await held.waitFor();
  // Nobody has reviewed the contract in time, so that its zero data retention no longer counts.
  expect(await held.innerText()).toMatch(/Claude API\s+contract vendor\s/);
  expect(await held.innerText()).toContain('label-needs-zdr');
  expect(await line(page, 'Claude Pro').first().innerText()).toContain('consumer-plan');
  await page.getByLabel('Written for').selectOption({ label: 'Companies' });
  await line(page, 'Claude Pro').first().waitFor({ state: 'detached' });
  await page.getByLabel('Vendor').selectOption({ label: 'GitHub' });
  await held.waitFor({ state: 'detached' });
  expect(page.url()).toBe(`${post.consoleUrl}/matrix?audience=commercial&vendor=github`);
  await page.reload();
  await line(page, 'Copilot Business').first().waitFor();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await line(page, 'Claude Pro').first().waitFor();
});

test('each word of the matrix stands beside a mark, and each reason in it is explained below', async () => {
  const page = await visit('/matrix?vendor=anthropic', 'Matrix');
  await page.locator('.matrix-held').waitFor();
  const codes = await page.locator('.matrix code').allInnerTexts();
  const explained = await page.locator('.why dt').allInnerTexts();
  expect(codes.length).toBeGreaterThan(5);
  expect(codes.filter((code) => !explained.includes(code))).toEqual([]);
  expect(await page.locator('.matrix .stamp:not(:has(svg))').count()).toBe(0);
  expect(await page.locator('.why').innerText()).toContain('What finance has stays here.');
});

test('on another day the terms of that day count', async () => {
  const page = await visit('/matrix?vendor=anthropic', 'Matrix');
  const pro = line(page, 'Claude Pro').first();
  await pro.getByText('plan-trains').waitFor();
  await page.getByLabel('As of').fill('2025-08-01');
  await page.getByText('terms as of 1 Aug 2025').waitFor();
  // Before 2025-08-29 the vendor did not train on what is sent under this plan. It is refused all the same.
  expect(await pro.innerText()).toMatch(/Blocked[\s\S]*consumer-plan$/);
});

test('the whole matrix is exported as a table', async () => {
  const page = await visit('/matrix?on=2026-11-23', 'Matrix', { locale: 'en-GB' });
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export as CSV' }).click();
  const download = await started;
  expect(download.suggestedFilename()).toBe('octroi-matrix-2026-11-23.csv');
  const text = await readFile(await download.path(), 'utf8');
  expect(text.split('\r\n').filter((each) => /^Anthropic,[^,]*,Claude API,.*,restricted,/.test(each))).toHaveLength(8);
});

test('another policy is tried on what has left; what is wrong with it is told by file and line', async () => {
  expect((await send(post.gatewayUrl, key, { body: JSON.stringify(hello) })).status).toBe(200);
  const page = await visit('/policy/compare', 'Policy');
  await page.getByRole('button', { name: 'Add a file' }).click();
  const text = page.getByLabel('Text of proposal.cedar');
  await text.fill('forbid (principal');
  await page.getByRole('button', { name: 'Compare with the past' }).click();
  await page.getByRole('alert').filter({ hasText: 'proposal.cedar:1' }).waitFor();
  await text.fill(strictProposal);
  await page.getByRole('button', { name: 'Compare with the past' }).click();
  await page.getByText('1 of 1 exchanges would have been decided otherwise.').waitFor();
  expect(await page.locator('.difference-list').innerText()).toContain('Nothing leaves.');
  // Tried, and not in force.
  expect((await send(post.gatewayUrl, key, { body: JSON.stringify(hello) })).status).toBe(200);
  await page.locator('.difference-list a').click();
  await page.getByRole('heading', { name: /^Exchange of/ }).waitFor();
  await page.getByRole('heading', { name: 'Decision' }).waitFor();
  expect(await page.locator('.declaration-end').innerText()).toMatch(/in force now[\s\S]*Proven/);
});

test('files of this computer take the place of those of their name', async () => {
  const page = await visit('/policy/compare', 'Policy');
  const chosen = { name: 'own.cedar', mimeType: 'text/plain', buffer: Buffer.from('// nothing of our own\n') };
  await page.getByLabel('Choose files of this computer').setInputFiles([chosen]);
  await expect.poll(() => page.getByLabel('Text of own.cedar').inputValue()).toBe('// nothing of our own\n');
  expect(await page.locator('.proposed-file').count()).toBe(2);
  await page.getByRole('button', { name: 'Take away octroi.yaml' }).click();
  expect(await page.locator('.proposed-file').count()).toBe(1);
});

test('cases say which is decided otherwise than it expects', async () => {
  const page = await visit('/policy/cases', 'Policy');
  const rows = page.locator('.cases tbody tr');
  await rows.first().waitFor();
  expect(await rows.first().innerText()).toMatch(/finance may send its figures[\s\S]*no-finance[\s\S]*Otherwise/);
  expect(await rows.last().innerText()).toMatch(/a secret in a prompt is replaced[\s\S]*As expected/);
});

test('a fact shows its source, and where sources disagree both sides stand', async () => {
  const page = await visit('/catalogue?vendor=mistral&on=2026-11-23', 'Catalogue');
  const plan = page.locator('.plan').filter({ hasText: 'Scale' });
  await plan.locator('summary').click();
  await plan.locator('.facts').waitFor();
  expect(await plan.locator('.contradiction-side').count()).toBe(2);
  const links = await plan.locator('.facts a').evaluateAll((all) => all.map((each) => each.outerHTML));
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) expect(link).toMatch(/href="https:.*rel="noreferrer noopener"/);
  await page.getByRole('link', { name: 'Comparison' }).click();
  expect(page.url()).toContain('/catalogue/comparison?on=2026-11-23&vendor=mistral');
  await page.locator('.comparison').getByText('Sources disagree').first().waitFor();
});

test('claims are narrowed by their verdict', async () => {
  const page = await visit('/catalogue/claims', 'Catalogue');
  await page.locator('.claim').first().waitFor();
  const all = await page.locator('.claim').count();
  await page.getByLabel('Verdict').selectOption('false');
  await expect.poll(() => page.locator('.claim').count()).toBeLessThan(all);
  const verdicts = await page.locator('.claim .stamp').allInnerTexts();
  expect(new Set(verdicts)).toEqual(new Set(['False']));
});

test('a stopped contract is let go on, after a question, and exchanges leave again', async () => {
  await post.stopContract(contractId);
  const page = await visit('/contracts', 'Contracts');
  await page.getByRole('button', { name: 'Let it go on: vendor' }).click();
  const dialog = page.getByRole('dialog', { name: 'Let this contract go on?' });
  expect(await dialog.locator(':focus').innerText()).toBe('Leave it stopped');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Let it go on: vendor' }).click();
  await dialog.getByRole('button', { name: 'Let it go on' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.contract').first().getByText('In use').waitFor();
  await page.locator('.banner-alarm').waitFor({ state: 'detached' });
  expect((await send(post.gatewayUrl, key, { body: JSON.stringify(hello) })).status).toBe(200);
});
