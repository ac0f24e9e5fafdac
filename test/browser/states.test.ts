import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { overflowOf } from '../support/in-page.ts';
import { hostileName, startLivelyPost } from '../support/lively-post.ts';
import { send } from '../support/http.ts';
import { startTestPost, type TestPost } from '../support/post.ts';
import { textAnswer } from '../support/answers.ts';
import { openVisitors, type Visitors } from '../support/visitors.ts';

let visitors: Visitors;
const posts: TestPost[] = [];

async function opened(post: Promise<TestPost>): Promise<TestPost> {
  posts.push(await post);
  return post;
}

beforeAll(async () => {
  visitors = await openVisitors();
});
afterEach(async () => {
  try {
    await visitors.leave();
  } finally {
    for (const post of posts.splice(0)) await post.stop();
  }
});
afterAll(() => visitors.close());

test('an empty post leads to its first exchange step by step, each ticked off by itself', async () => {
  const post = await opened(startTestPost({ wish: () => textAnswer('Hello.') }));
  const page = await visitors.signIn(post);
  await page.getByRole('heading', { name: 'Nothing has left yet' }).waitFor();
  const next = page.locator('[aria-current="step"]');
  expect(await next.innerText()).toContain('octroi contract add --organization ID');
  await post.addContract();
  await expect.poll(() => next.innerText()).toContain('Make a key for a person');
  await next.getByRole('link', { name: 'To the keys' }).click();
  await page.getByRole('heading', { name: 'There is no key yet' }).waitFor();
  await page.goBack();
  const { key } = await post.makeKey('Ada', 'billing');
  await expect.poll(() => next.innerText()).toContain(`export ANTHROPIC_BASE_URL=${post.gatewayUrl}`);
  await page.getByText('Waiting for the first exchange…').waitFor();
  await send(post.gatewayUrl, key);
  await page.locator('tr.exchange').waitFor();
});

test('without a contract the keys page says that keys are refused', async () => {
  const post = await opened(startTestPost());
  const page = await visitors.signIn(post);
  await page.goto(`${post.consoleUrl}/keys`);
  await page.getByText('There is no contract yet, so requests are refused').waitFor();
});

test('demo data is marked as such on every page, and real data is not', async () => {
  const demo = await opened(startLivelyPost());
  const page = await visitors.signIn(demo, { expectedStatuses: [404] });
  await page.locator('tr.exchange').first().waitFor();
  const exchange = await page.locator('tr.exchange a').first().getAttribute('href');
  for (const path of ['/exchanges', '/exchanges?verdict=block', exchange, '/exchanges/nonsense', '/keys']) {
    await page.goto(demo.consoleUrl + path);
    const mark = page.getByRole('complementary', { name: 'Demo data' });
    await mark.waitFor();
    await page.mouse.wheel(0, 3_000);
    const box = await mark.boundingBox();
    expect(box?.y).toBe(0);
    await expect.poll(() => page.title()).toContain('demo data');
  }
  const real = await visitors.signIn(await opened(startTestPost()));
  await real.getByRole('heading', { name: 'Nothing has left yet' }).waitFor();
  expect(await real.getByText('Demo data').count()).toBe(0);
});

test('a stopped contract raises an alarm on each page, until it goes on', async () => {
  const post = await opened(startTestPost());
  const contractId = await post.addContract();
  await post.stopContract(contractId);
  const page = await visitors.signIn(post, { expectedStatuses: [404] });
  for (const path of ['/exchanges', '/keys', '/exchanges/nonsense']) {
    await page.goto(post.consoleUrl + path);
    const alarm = page.getByRole('alert').filter({ hasText: 'Contract “vendor” is stopped' });
    await alarm.getByText(`octroi contract resume ${contractId}`).waitFor();
  }
  await post.resumeContract(contractId);
  await page.getByRole('alert').waitFor({ state: 'detached' });
});

test('while octroi is away the page keeps what it had, says since when, and goes on by itself', async () => {
  const post = await opened(startLivelyPost());
  const page = await visitors.signIn(post, { expectedStatuses: [0] });
  await page.locator('tr.exchange').first().waitFor();
  const shown = await page.locator('tr.exchange').count();
  await page.route('**/api/**', (route) => route.abort());
  await page.getByRole('alert').filter({ hasText: 'octroi does not answer.' }).waitFor();
  expect(await page.locator('tr.exchange').count()).toBe(shown);
  await page.unroute('**/api/**');
  await page.getByRole('alert').waitFor({ state: 'detached' });
});

test('a page that octroi never answered says so, and opens by itself when it does', async () => {
  const post = await opened(startTestPost());
  const page = await visitors.signIn(post, { expectedStatuses: [0] });
  await page.route('**/api/**', (route) => route.abort());
  await page.goto(`${post.consoleUrl}/keys`);
  await page.getByRole('heading', { name: 'octroi does not answer.' }).waitFor();
  await page.unroute('**/api/**');
  await page.getByRole('heading', { name: 'Keys', exact: true }).waitFor();
});

test('what answers in octroi’s place is not taken for it', async () => {
  const post = await opened(startTestPost());
  const page = await visitors.signIn(post);
  await page.route('**/api/keys', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Sign in to Wi-Fi</h1>' }),
  );
  await page.goto(`${post.consoleUrl}/keys`);
  await page.getByText('What answered is not octroi.').waitFor();
  await page.unroute('**/api/keys');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'There is no key yet' }).waitFor();
});

test('a session that ends elsewhere clears the page, and what it showed is gone', async () => {
  const post = await opened(startLivelyPost());
  const page = await visitors.signIn(post, { expectedStatuses: [401] });
  await page.locator('tr.exchange').first().waitFor();
  await post.database.asSuper('update console_session set ended_at = now()');
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  expect(await page.content()).not.toContain('app.py');
});

test('an address that leads nowhere says so and leads back', async () => {
  const post = await opened(startTestPost());
  const page = await visitors.signIn(post);
  await page.goto(`${post.consoleUrl}/nowhere/at/all`);
  await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
  await page.getByRole('link', { name: 'To the list of exchanges' }).click();
  await page.getByRole('heading', { name: 'Nothing has left yet' }).waitFor();
});

test('the browser holds the pages to a strict policy, and what breaks it is heard', async () => {
  const post = await opened(startTestPost());
  const page = await visitors.signIn(post);
  const answer = await page.goto(`${post.consoleUrl}/keys`);
  const policy = answer?.headers()['content-security-policy'] ?? '';
  for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'"])
    expect(policy.split('; ')).toContain(rule);
  await page.evaluate(`document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' }))`);
  await expect(visitors.leave()).rejects.toThrow(/Content Security Policy/);
});

test('a fault of the console itself shows a word on it, and loading again mends it', async () => {
  const post = await opened(startTestPost());
  const page = await visitors.signIn(post, { expectedRemark: /TypeError/ });
  await page.route('**/api/keys', (route) => route.fulfill({ json: [null] }));
  await page.goto(`${post.consoleUrl}/keys`);
  await page.getByRole('heading', { name: 'The console has failed' }).waitFor();
  await page.unroute('**/api/keys');
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await page.getByRole('heading', { name: 'There is no key yet' }).waitFor();
});

test('names made to break a page break nothing', async () => {
  const post = await opened(startLivelyPost());
  const page = await visitors.signIn(post, { width: 360 });
  await page.locator('tr.exchange').filter({ hasText: 'xxxxx' }).locator('a').click();
  const path = page.locator('.part .path').first();
  await path.waitFor();
  expect(await path.getAttribute('title')).toBe(`~/${hostileName.replace('\u202E', '⟨U+202E⟩')}`);
  expect(await page.locator('img').count()).toBe(0);
  expect(await overflowOf(page)).toBe(0);
});
