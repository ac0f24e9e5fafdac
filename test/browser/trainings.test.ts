import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { exportRecords } from '../../src/ledger/index.ts';
import { announceChange } from '../../src/tenancy/index.ts';
import { addAccount } from '../support/person-sign-in.ts';
import { startTestPost, type TestPost } from '../support/post.ts';
import { answersOf, type Learner } from '../support/training.ts';
import { password } from '../support/sign-in.ts';
import { openVisitors, type Visitors } from '../support/visitors.ts';

const module = 'commercial-or-consumer';
const policyFiles = [{ name: 'octroi.yaml', text: `training: { required: true, modules: [${module}] }` }];

let post: TestPost;
let visitors: Visitors;
let ada: Learner;

beforeAll(async () => {
  post = await startTestPost({ policyFiles });
  visitors = await openVisitors();
  const { tenancy, tenantId } = post;
  const personId = await addAccount(post, 'Ada', 'developer');
  ada = { parts: { ...tenancy, announce: announceChange }, tenantId, personId };
  await addAccount(post, 'Lea', 'octroi-lead');
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
  await page.waitForURL(`${post.consoleUrl}/trainings`);
  return page;
}

test('a developer is told what is missing, reads, answers by keyboard, and declares the very words', async () => {
  const page = await enter('Ada');
  await page.getByText('what you send is refused until you take it').waitFor();
  expect(await page.getByRole('navigation', { name: 'Pages' }).getByRole('link').allTextContents()).toEqual([
    'My trainings',
  ]);
  await page.getByRole('link', { name: 'Commercial or consumer?' }).click();
  await page.getByText('kept up to 30 days').waitFor();
  await page.getByRole('button', { name: 'Answer the questions' }).click();
  await page.locator('.question').first().waitFor();
  const [attempt] = await ada.parts.store.inTenant(ada.tenantId, (db) =>
    db.selectFrom('training_attempt').selectAll().execute(),
  );
  const questions = (attempt?.questions ?? []).map((id) => ({ id, text: '', answers: [] }));
  const given = await answersOf(ada, { id: attempt?.id ?? '', questions });
  for (const [name, answer] of Object.entries(given)) {
    await page.locator(`input[name="${name}"]`).first().focus();
    await page.keyboard.press('Space');
    for (let step = 0; step < answer; step += 1) await page.keyboard.press('ArrowDown');
  }
  await page.getByRole('button', { name: 'Hand in the answers' }).press('Enter');
  await page.getByText('Passed: 8 of 8 are right.').waitFor();
  const statement = await page.locator('blockquote').textContent();
  await page.getByRole('button', { name: 'I declare this' }).press('Enter');
  await page.getByText(/^Declared. It holds to the end of/).waitFor();
  await page.getByText('what you send is refused').waitFor({ state: 'detached' });
  const bodies = await Array.fromAsync(exportRecords(post.tenancy, post.tenantId, {}));
  const records = bodies.map((body) => JSON.parse(body) as { readonly kind: string });
  expect(records.find(({ kind }) => kind === 'training_attested')).toMatchObject({ proof: { statement } });
});

test('a lead sees the team and lets somebody send, and nothing else of the console', async () => {
  const page = await enter('Lea');
  await page.getByRole('link', { name: 'The team' }).click();
  await page.getByRole('button', { name: 'Let somebody send' }).click();
  await page.getByLabel('Person').fill('Ada');
  await page.getByLabel('Reason').fill('incident 4711, nobody else is on call');
  await page.getByRole('button', { name: 'Grant it' }).click();
  await page.locator('td time').first().waitFor();
  await page.goto(`${post.consoleUrl}/keys`);
  await page.waitForURL(`${post.consoleUrl}/trainings`);
});
