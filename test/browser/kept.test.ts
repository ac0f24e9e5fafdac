import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { decideAct, requestAct } from '../../src/console-api/dual-control.ts';
import { resolvePerson } from '../../src/tenancy/index.ts';
import { addAccount } from '../support/person-sign-in.ts';
import { startTestPost, type TestPost } from '../support/post.ts';
import { password } from '../support/sign-in.ts';
import { openVisitors, type Visit, type Visitors } from '../support/visitors.ts';

const captureOfPolicy = 'capture: {internal: {purpose: incident 4711 what left, days: 7}}\n';

let post: TestPost;
let visitors: Visitors;

beforeAll(async () => {
  post = await startTestPost({ policyFiles: [{ name: 'octroi.yaml', text: captureOfPolicy }] });
  visitors = await openVisitors();
  await post.addContract();
  const { key } = await post.makeKey('Ada Lovelace', 'billing');
  await post.play('git', key);
  await addAccount(post, 'Dana', 'octroi-dpo');
  await addAccount(post, 'Diego', 'octroi-dpo');
  await addAccount(post, 'Aude', 'octroi-auditor');
});
afterEach(() => visitors.leave());
afterAll(async () => {
  await visitors.close();
  await post.stop();
});

async function enter(name: string, path: string, visit: Visit = {}): Promise<Page> {
  const page = await visitors.come(visit);
  await page.goto(`${post.consoleUrl}/sign-in`);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`${post.consoleUrl}/exchanges`);
  await page.goto(`${post.consoleUrl}${path}`);
  return page;
}

const ofAda = async (page: Page): Promise<void> => {
  const { tenancy, tenantId } = post;
  const id = await resolvePerson(tenancy, { tenantId, person: 'Ada Lovelace' });
  await page.getByRole('dialog').locator('select[name="person"]').selectOption(id);
};

/** Two persons agree that one of them may see who Ada is. */
async function agreeOnAda(): Promise<void> {
  const { tenancy, tenantId } = post;
  const of = async (name: string) => ({
    tenantId,
    personId: await resolvePerson(tenancy, { tenantId, person: name }),
    rights: ['reveal'] as const,
  });
  const { personId: subjectId } = await of('Ada Lovelace');
  const wanted = { act: 'reveal_person', subjectId, reason: 'Access request 2026-7' } as const;
  const id = await requestAct(tenancy, await of('Dana'), wanted);
  await decideAct(tenancy, await of('Diego'), { id, isConfirmed: true });
}

test('with the keyboard alone a hold is placed, keeps a class, and is released', async () => {
  const page = await enter('Dana', '/retention/holds');
  await page.getByRole('button', { name: 'Place a hold' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.type('Class');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('audit of 2026');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  const row = page.locator('table.sheet tbody tr');
  await row.getByText('audit of 2026').waitFor();
  expect(await row.innerText()).toMatch(/Class Exchanges\s+active/);
  await row.getByRole('button', { name: 'Release' }).click();
  await dialog.getByLabel('Reason').fill('audit over');
  await dialog.getByRole('button', { name: 'Release' }).click();
  await row.getByText('released').waitFor();
  expect(await row.getByRole('button').count()).toBe(0);
});

test('a person is told what is held on them in a file, and is erased once what would go was looked at', async () => {
  await agreeOnAda();
  const page = await enter('Dana', '/requests', { expectedStatuses: [409] });
  await page.getByRole('button', { name: 'Answer an access request' }).click();
  await ofAda(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Make the archive' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('access-request.zip');
  expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');
  await page.getByText('Told what is held').waitFor();

  await page.getByRole('button', { name: 'Erase a person' }).click();
  await ofAda(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/Rows beside the records/).waitFor();
  expect(await dialog.innerText()).toMatch(/Exchanges\s+\d+/);
  await dialog.getByLabel('Reason').fill('request 2026-7');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Person erased').waitFor();
  await page.goto(`${post.consoleUrl}/retention/certificates`);
  await page.getByText('request 2026-7').waitFor();
  const [certificate] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download' }).click(),
  ]);
  expect(await readFile(await certificate.path(), 'utf8')).toContain('octroi');
  await expect(ofAda(page)).rejects.toThrow('tenancy_person_unknown');
});

test('an auditor sees all of it and changes nothing', async () => {
  for (const path of ['/retention', '/retention/due', '/retention/holds', '/requests', '/vendor']) {
    const page = await enter('Aude', path);
    await page.locator('.page-head h1').waitFor();
    await page.locator('main .sheet, main .notice').first().waitFor();
    expect(await page.locator('main button').count()).toBe(0);
  }
});

test('a capture is asked for by one, approved by another, and is in force while the policy says the same', async () => {
  const dana = await enter('Dana', '/retention/captures', { expectedStatuses: [422] });
  const dialog = dana.getByRole('dialog');
  await dana.getByRole('button', { name: 'Ask for a capture' }).click();
  await dialog.getByLabel('Label').fill('internal');
  await dialog.getByLabel('Purpose').fill('too short');
  await dialog.getByLabel('Days').fill('7');
  await dialog.getByRole('button', { name: 'Ask for a capture' }).click();
  await dialog.getByText('10 to 500 characters, and 1 to 30 days').waitFor();
  await dialog.getByLabel('Purpose').fill('incident 4711 what left');
  await dialog.getByRole('button', { name: 'Ask for a capture' }).click();
  await dialog.waitFor({ state: 'detached' });
  const row = dana.locator('table.sheet tbody tr');
  await row.getByText('asked for', { exact: true }).waitFor();
  expect(await row.getByRole('button', { name: 'Approve' }).count()).toBe(0);

  const diego = await enter('Diego', '/retention/captures');
  await diego.getByRole('button', { name: 'Approve' }).click();
  await diego.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await diego.locator('table.sheet').getByText('captures now').waitFor();
  await diego.getByRole('button', { name: 'End' }).click();
  await diego.getByRole('dialog').getByRole('button', { name: 'End' }).click();
  await diego.locator('table.sheet').getByText('ended', { exact: true }).waitFor();

  const aude = await enter('Aude', '/retention/captures');
  await aude.locator('table.sheet').waitFor();
  expect(await aude.getByRole('button', { name: 'Ask for a capture' }).count()).toBe(0);
});
