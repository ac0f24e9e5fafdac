import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { send } from '../support/http.ts';
import { roundTrip, scrolledBy, scrollTo, setVisibility } from '../support/in-page.ts';
import { startLivelyPost } from '../support/lively-post.ts';
import type { TestPost } from '../support/post.ts';
import { openVisitors, type Visitors } from '../support/visitors.ts';

let post: TestPost;
let visitors: Visitors;
let key: string;
let person: string;

beforeAll(async () => {
  post = await startLivelyPost();
  visitors = await openVisitors();
  const made = await post.makeKey('Emile', 'paging');
  key = made.key;
  person = made.pseudonym;
});
afterEach(() => visitors.leave());
afterAll(async () => {
  await visitors.close();
  await post.stop();
});

const rows = (page: Page) => page.locator('tr.exchange');
const sendOne = () => send(post.gatewayUrl, key);

async function choose(page: Page, filter: string, option: string): Promise<void> {
  await page.getByLabel(filter, { exact: true }).selectOption({ label: option });
}

test('shows what left: new files first, who sent it, its weight and how it ended', async () => {
  const page = await visitors.signIn(post);
  const written = rows(page).filter({ hasText: 'new.txt' }).first();
  await written.waitFor();
  expect(await written.locator('.path').first().getAttribute('title')).toBe('~/projects/shop-web/new.txt');
  expect(await written.locator('.column-who').innerText()).toMatch(/^[a-z]+-\d{4}\s+billing$/);
  expect(await written.locator('.column-bytes').innerText()).toMatch(/^[\d.]+ kB\s+of \d+ kB/);
  expect(await written.locator('.column-result').innerText()).toBe('Answered');
});

test('a refused request says why in words, and that nothing left', async () => {
  const page = await visitors.signIn(post);
  await choose(page, 'Verdict', 'Refused');
  await rows(page).first().waitFor();
  const refused = rows(page).filter({ hasText: 'JSON' });
  expect(await refused.count()).toBe(1);
  const text = await refused.innerText();
  expect(text).toContain('Nothing left');
  expect(text).toContain('The request is no valid JSON.');
  expect(text).not.toMatch(/gateway_|\{/);
});

test('redaction shows with what was found, and is a filter', async () => {
  const page = await visitors.signIn(post);
  await choose(page, 'Verdict', 'Redacted');
  await page.waitForURL(/verdict=redact/);
  // While the answer is on its way there is no row at all.
  await page.locator('.left-found').first().waitFor();
  expect((await rows(page).allInnerTexts()).filter((text) => !text.includes('Redacted'))).toEqual([]);
  const found = await page.locator('.left-found').allInnerTexts();
  expect(found.map((text) => text.replaceAll(/\s+/g, ' '))).toEqual(
    expect.arrayContaining(['Redacted 60 pieces of personal data', 'Redacted 1 secret · 2 pieces of personal data']),
  );
});

test('tells the vendor’s errors and broken answers apart', async () => {
  const page = await visitors.signIn(post);
  await rows(page).filter({ hasText: 'Vendor said 529' }).waitFor();
  await rows(page).filter({ hasText: 'Broken off' }).waitFor();
  await rows(page).filter({ hasText: '/v1/models, without a body' }).waitFor();
});

test('filters by each of its kinds, and keeps the filters in the address', async () => {
  const page = await visitors.signIn(post);
  await rows(page).first().waitFor();
  const all = await rows(page).count();
  for (const [filter, option, holds] of [
    ['Workspace', 'storefront', (text: string) => text.includes('storefront')],
    ['Contains', 'Images', (text: string) => text.includes('billing')],
    ['Time', 'Last hour', () => true],
  ] as const) {
    await page.goto(`${post.consoleUrl}/exchanges`);
    await choose(page, filter, option);
    await page.waitForURL(/\?/);
    await page.getByRole('button', { name: 'Clear the filters' }).waitFor();
    await rows(page).first().waitFor();
    await expect.poll(async () => (await rows(page).allInnerTexts()).every(holds)).toBe(true);
    const shown = await rows(page).count();
    expect(shown).toBeGreaterThan(0);
    if (filter !== 'Time') expect(shown).toBeLessThan(all);
    await page.reload();
    await rows(page).first().waitFor();
    expect(await rows(page).count()).toBe(shown);
    expect(await page.getByLabel(filter, { exact: true }).locator('option:checked').innerText()).toBe(option);
  }
});

test('filters by person under the pseudonym, and clears', async () => {
  const page = await visitors.signIn(post);
  const who = (await rows(page).filter({ hasText: 'storefront' }).first().locator('.who-person').innerText()).trim();
  await choose(page, 'Person', who);
  await page.waitForURL(/person=/);
  await expect
    .poll(async () => new Set(await rows(page).locator('.who-person').allInnerTexts()))
    .toEqual(new Set([who]));
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await page.waitForURL(`${post.consoleUrl}/exchanges`);
  await rows(page).filter({ hasText: 'billing' }).first().waitFor();
});

test('narrows to a time between two instants, entered in the browser’s zone', async () => {
  const page = await visitors.signIn(post);
  await choose(page, 'Time', 'Between…');
  await page.getByLabel('From', { exact: true }).fill('2020-01-01T00:00');
  await page.getByLabel('Until', { exact: true }).fill('2020-01-02T00:00');
  await page.getByRole('heading', { name: 'No exchange matches these filters' }).waitFor();
  expect(new URL(page.url()).searchParams.get('from')).toBe('2019-12-31T23:00:00.000Z');
  await page.getByLabel('Until', { exact: true }).fill('2099-01-01T00:00');
  await rows(page).first().waitFor();
});

test('an address with filters that are none shows the list all the same', async () => {
  const page = await visitors.signIn(post);
  await page.goto(`${post.consoleUrl}/exchanges?kind=nonsense&person=' or 1=1&before=x&color=red`);
  await rows(page).first().waitFor();
});

test('a new exchange appears by itself', async () => {
  const page = await visitors.signIn(post);
  await rows(page).first().waitFor();
  await sendOne();
  const first = rows(page).first();
  await expect.poll(() => first.innerText()).toContain(person);
  expect(await first.getAttribute('class')).toContain('news');
});

test('new exchanges do not move what one reads, and wait until they are asked for', async () => {
  const page = await visitors.signIn(post, { height: 500 });
  const read = rows(page).nth(4);
  await read.scrollIntoViewIfNeeded();
  await page.mouse.move(0, 0);
  await scrollTo(page, 300);
  const id = await read.locator('a').getAttribute('href');
  const stood = await read.boundingBox();
  await sendOne();
  await sendOne();
  const held = page.getByRole('button', { name: '2 new exchanges' });
  await held.waitFor();
  expect(await read.locator('a').getAttribute('href')).toBe(id);
  expect(await read.boundingBox()).toEqual(stood);
  await held.click();
  await expect.poll(() => rows(page).first().innerText()).toContain(person);
  expect(await scrolledBy(page)).toBe(0);
});

test('a row under the pointer stays under it', async () => {
  const page = await visitors.signIn(post);
  const pointedAt = rows(page).nth(1);
  await pointedAt.hover();
  const id = await pointedAt.locator('a').getAttribute('href');
  await sendOne();
  await page.getByRole('button', { name: '1 new exchange', exact: true }).waitFor();
  expect(await pointedAt.locator('a').getAttribute('href')).toBe(id);
  await page.mouse.move(0, 0);
  await page.getByRole('button', { name: '1 new exchange', exact: true }).waitFor({ state: 'detached' });
  await expect.poll(() => rows(page).first().innerText()).toContain(person);
});

test('asks every two seconds, and not while paused or out of sight', async () => {
  const page = await visitors.come();
  await page.clock.install();
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('/api/exchanges?')) asked += 1;
  });
  const askedIn = async (seconds: number): Promise<number> => {
    const before = asked;
    for (let second = 0; second < seconds; second += 1) {
      await page.clock.runFor(1_000);
      await roundTrip(page);
    }
    return asked - before;
  };
  await page.goto(await post.signInLink());
  await rows(page).first().waitFor();
  expect(await askedIn(8)).toBeGreaterThanOrEqual(3);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('Paused').waitFor();
  expect(await askedIn(8)).toBe(0);
  await page.getByRole('button', { name: 'Go on' }).click();
  expect(await askedIn(8)).toBeGreaterThanOrEqual(3);
  await setVisibility(page, 'hidden');
  expect(await askedIn(8)).toBe(0);
  await setVisibility(page, 'visible');
  expect(await askedIn(8)).toBeGreaterThanOrEqual(3);
});

test('pages to what is older: each exchange once, and an older page stays as it is', async () => {
  for (let sent = 0; sent < 60; sent += 10) await Promise.all(Array.from({ length: 10 }, sendOne));
  const page = await visitors.signIn(post);
  await expect.poll(() => rows(page).count()).toBe(50);
  const links = () =>
    rows(page)
      .locator('a')
      .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')));
  const seen = new Set(await links());
  await page.getByRole('link', { name: 'Older' }).click();
  await page.waitForURL(/before=/);
  await page.getByText('That is all there is.').waitFor();
  const older = await links();
  expect(older.length).toBeGreaterThan(10);
  expect(older.filter((link) => seen.has(link))).toEqual([]);
  const polled = page.waitForResponse(/api\/exchanges\?before/);
  await sendOne();
  await polled;
  await page.waitForResponse(/api\/exchanges\?before/);
  expect(await links()).toEqual(older);
  await page.getByRole('link', { name: 'To the newest' }).click();
  await expect.poll(() => rows(page).count()).toBe(50);
});

test('back from an exchange, the list is as it was left: filters and place', async () => {
  const page = await visitors.signIn(post, { height: 600 });
  await choose(page, 'Workspace', 'paging');
  await page.waitForURL(/workspace=/);
  await expect.poll(async () => (await rows(page).allInnerTexts()).every((text) => text.includes('paging'))).toBe(true);
  const goal = rows(page).nth(20);
  await goal.scrollIntoViewIfNeeded();
  const place = await scrolledBy(page);
  expect(place).toBeGreaterThan(300);
  await goal.locator('a').click();
  await page.getByRole('heading', { name: /^Exchange of/ }).waitFor();
  expect(await scrolledBy(page)).toBe(0);
  await page.goBack();
  await goal.waitFor();
  await expect.poll(() => scrolledBy(page)).toBe(place);
  await goal.locator('a').click();
  await page.getByLabel('The way back').getByRole('link', { name: 'Exchanges' }).click();
  await page.waitForURL(/workspace=/);
});
