import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { generateSigningKey, openSigner } from '../../src/ledger/tree/index.ts';
import { textAnswer } from '../support/answers.ts';
import { hello, send } from '../support/http.ts';
import { startTestPost, type TestPost } from '../support/post.ts';
import { openVisitors, type Visitors } from '../support/visitors.ts';

let post: TestPost;
let key: string;
let visitors: Visitors;

beforeAll(async () => {
  post = await startTestPost({ wish: () => textAnswer('Hello.') });
  await post.addContract();
  ({ key } = await post.makeKey('Ada', 'research'));
  await send(post.gatewayUrl, key, { body: JSON.stringify(hello) });
  visitors = await openVisitors();
});
afterEach(() => visitors.leave());
afterAll(async () => {
  await visitors.close();
  await post.stop();
});

const stamps = (page: Page) => page.locator('.verified .stamp').allInnerTexts();

async function openDeclaration(page: Page): Promise<void> {
  await page.goto(`${post.consoleUrl}/ledger?kind=exchange_declared`);
  await page.locator('.records a').first().click();
  await page.locator('.verifying').waitFor();
}

async function verify(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Verify in this browser' }).click();
  await page.locator('.verified').first().waitFor();
}

test('a record is found, its proof is downloaded, and the browser verifies it itself', async () => {
  const page = await visitors.signIn(post);
  await openDeclaration(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the proof' }).click();
  expect((await download).suggestedFilename()).toMatch(/^[0-9a-f-]{36}\.tlog-proof$/);
  await verify(page);
  expect(await stamps(page)).toEqual(['Holds', 'Holds']);
  const [said] = await page.locator('.verified').allInnerTexts();
  expect(said).toMatch(/Proven: this record is entry \d+ of the log/);
  expect(said).not.toContain('no key was given');
  // The keys were taken on first sight, and that is said once.
  await page.locator('.first-keys').waitFor();
  await send(post.gatewayUrl, key, { body: JSON.stringify(hello) });
  await page.getByRole('button', { name: 'Verify in this browser' }).click();
  await expect.poll(() => stamps(page)).toEqual(['Holds', 'Holds', 'Holds']);
  expect(await page.locator('.first-keys').count()).toBe(0);
});

test('a proof with one byte changed is refuted', async () => {
  const page = await visitors.signIn(post);
  await openDeclaration(page);
  await page.route('**/proof', async (route) => {
    const answer = await route.fetch();
    const lines = (await answer.text()).split('\n');
    const extra = Buffer.from((lines[1] ?? '').slice('extra '.length), 'base64').toString('utf8');
    lines[1] = `extra ${Buffer.from(extra.replace('"verdict":"allow"', '"verdict":"block"')).toString('base64')}`;
    await route.fulfill({ response: answer, body: lines.join('\n') });
  });
  await verify(page);
  expect(await stamps(page)).toContain('Refuted');
  expect(await page.locator('.verified').first().innerText()).toContain('ledger_refuted_record');
});

test('a log that shrank since this browser looked, or that others sign now, is told', async () => {
  const page = await visitors.signIn(post);
  await openDeclaration(page);
  await verify(page);
  const name = await page.evaluate(
    () => Object.keys(localStorage).find((item) => item.startsWith('octroi.log ')) ?? '',
  );
  const kept = JSON.parse((await page.evaluate((item) => localStorage.getItem(item), name)) ?? '');
  const put = (log: object) =>
    page.evaluate(([item, text]) => localStorage.setItem(item ?? '', text ?? ''), [name, JSON.stringify(log)]);
  await put({ ...kept, checkpoint: kept.checkpoint.replace(/\n\d+\n/, '\n999999\n') });
  await page.getByRole('button', { name: 'Verify in this browser' }).click();
  await page.getByText('entries were taken away').waitFor();
  const [first = ''] = kept.keys;
  await put({
    ...kept,
    keys: [openSigner(first.slice(0, first.indexOf('+')), 'ed25519', generateSigningKey('ed25519')).vkey],
  });
  await page.getByRole('button', { name: 'Verify in this browser' }).click();
  await page.getByText('ledger_signature_unknown').first().waitFor();
  await page.getByRole('button', { name: 'Trust the present keys' }).click();
  await expect.poll(() => stamps(page)).toEqual(['Holds', 'Holds', 'Holds']);
});
