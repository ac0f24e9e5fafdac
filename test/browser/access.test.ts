import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { invitePerson } from '../../src/tenancy/index.ts';
import { withAuthenticator } from '../support/authenticator.ts';
import { freePort } from '../support/free-port.ts';
import { addAccount } from '../support/person-sign-in.ts';
import { startTestPost, type TestPost } from '../support/post.ts';
import { password } from '../support/sign-in.ts';
import { openVisitors, type Visitors } from '../support/visitors.ts';

let post: TestPost;
let visitors: Visitors;

beforeAll(async () => {
  // Passkeys belong to a name, and browsers trust this one without https.
  const port = String(await freePort());
  const environment = { OCTROI_GATEWAY_PORT: port, OCTROI_GATEWAY_PUBLIC_URL: `http://localhost:${port}` };
  post = await startTestPost({ environment });
  visitors = await openVisitors();
  await post.addContract();
  const { key } = await post.makeKey('Ada Lovelace', 'billing');
  await post.play('git', key);
  for (const name of ['Dana', 'Diego']) await addAccount(post, name, 'octroi-dpo');
  await addAccount(post, 'Aude', 'octroi-auditor');
  await addAccount(post, 'Noël');
});
afterEach(() => visitors.leave());
afterAll(async () => {
  await visitors.close();
  await post.stop();
});

async function enter(name: string, visit = {}): Promise<Page> {
  const page = await visitors.come(visit);
  await page.goto(`${post.consoleUrl}/sign-in`);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  return page;
}

test('two persons agree on a name: one asks on the exchange, the other confirms, both see it, others do not', async () => {
  const dana = await enter('Dana');
  await dana.locator('tr.exchange a').first().click();
  await dana.getByRole('button', { name: /^Ask for the name of/ }).click();
  await dana.getByLabel('Reason').fill('Complaint 2026-17 of the works council');
  await dana.getByRole('button', { name: 'Ask', exact: true }).click();
  await dana.getByRole('link', { name: 'To the requests' }).click();
  await dana.getByText('Waits for a second person').waitFor();
  expect(await dana.getByRole('button', { name: /^Confirm/ }).count()).toBe(0);

  const diego = await enter('Diego');
  await diego.getByRole('link', { name: 'Acts of two' }).click();
  await diego.getByRole('button', { name: /^Confirm that the name of/ }).click();
  await diego.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
  for (const page of [diego, dana]) {
    await page.getByRole('button', { name: /^Show the name of/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Show the name' }).click();
    await page.getByText('Ada Lovelace').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.getByText('Ada Lovelace').count()).toBe(0);
  }

  const aude = await enter('Aude');
  await aude.locator('tr.exchange a').first().click();
  await aude.getByRole('heading', { name: 'Sender' }).waitFor();
  expect(await aude.getByRole('button', { name: /^Ask for the name of/ }).count()).toBe(0);
  await aude.getByRole('link', { name: 'Acts of two' }).click();
  await aude.getByText('Confirmed').waitFor();
  expect(await aude.locator('.approval-acts').count()).toBe(0);
  await aude.getByRole('link', { name: 'Keys' }).click();
  await aude.locator('table.keys').waitFor();
  expect(await aude.getByRole('button', { name: /Revoke|Make a key/ }).count()).toBe(0);
});

test('who has no role for the console comes to their own trainings, and to nothing else', async () => {
  const page = await enter('Noël');
  await page.waitForURL(`${post.consoleUrl}/trainings`);
  expect(await page.getByRole('navigation', { name: 'Pages' }).getByRole('link').count()).toBe(1);
  await page.goto(`${post.consoleUrl}/exchanges`);
  await page.waitForURL(`${post.consoleUrl}/trainings`);
});

test('a passkey made with an invitation signs its person in to the console under the same host name', async () => {
  const page = await visitors.come();
  await withAuthenticator(page);
  const { tenancy, tenantId } = post;
  const wanted = { personName: 'Kay', workspaceNames: [], roles: ['octroi-security'], language: 'en' } as const;
  const { secret } = await invitePerson(tenancy, { tenantId, ...wanted, actor: 'command_line' });
  await page.goto(`${post.gatewayUrl}/invite?link=${secret}`);
  await page.getByText('Make a passkey instead').click();
  await page.getByText('Your account is ready').waitFor();
  const consoleUrl = post.consoleUrl.replace('127.0.0.1', 'localhost');
  await page.goto(`${consoleUrl}/sign-in`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${consoleUrl}/exchanges`);
  await page.getByText('Kay', { exact: true }).waitFor();
});
