import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { latestRecords } from '../../src/ledger/index.ts';
import { evaluationFile } from '../support/evaluation-file.ts';
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
  const { key } = await post.makeKey('Ada', 'billing');
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
  await page.goto(`${post.consoleUrl}/evaluation`);
  await page
    .getByText('Nothing was decided for the plan anthropic/api')
    .or(page.locator('.decision'))
    .first()
    .waitFor();
  return page;
}

async function evaluate(page: Page): Promise<void> {
  const buffer = Buffer.from(evaluationFile());
  await page.getByLabel('Input file').setInputFiles({ name: 'zdr.yaml', mimeType: 'application/yaml', buffer });
  await page.getByRole('button', { name: 'Evaluate the file' }).click();
  await page.getByRole('img', { name: /The chance of losing more/ }).waitFor();
}

test('who may only read evaluates and is not offered to decide', async () => {
  const page = await enter('Aude');
  await evaluate(page);
  await expect
    .poll(() =>
      page
        .getByRole('table', { name: /Options side by side/ })
        .getByRole('row')
        .count(),
    )
    .toBe(6);
  expect(await page.getByRole('button', { name: 'Decide…' }).count()).toBe(0);
});

test('a file is evaluated, decided on, and the decision stands on the page and in the ledger', async () => {
  const page = await enter('Dana');
  await evaluate(page);
  await page.getByRole('button', { name: 'Decide…' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByLabel('Option for confidential').inputValue()).toBe('');
  await dialog.getByLabel('Option for confidential').selectOption('zdr_redaction');
  await dialog.getByLabel('Residual risk').fill('A breach while a request is answered.');
  await dialog.getByLabel('Opinion of the data protection officer').selectOption('favourable');
  await dialog.getByLabel('Reasons of the data protection officer').fill('Nothing is kept of what is left.');
  await dialog.getByLabel('Who decides').fill('G. Hopper, CISO');
  const inDays = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
  await dialog.getByLabel('Holds to').fill(inDays);
  await dialog.getByRole('button', { name: 'Put the decision into the ledger' }).click();
  const decision = page.locator('.decision');
  await decision.getByText('Zero retention and redaction').first().waitFor();
  expect(await decision.locator('.stamp').first().textContent()).toBe('decided');
  const [record] = await latestRecords(post.tenancy, post.tenantId, { kind: 'zdr_decided', limit: 1 });
  expect(record).toMatchObject({ decider: 'G. Hopper, CISO', expiresOn: inDays, plan: 'api' });
  await decision.getByRole('link', { name: 'its record in the ledger' }).click();
  await page.waitForURL(`${post.consoleUrl}/ledger/${record?.id}`);
});
