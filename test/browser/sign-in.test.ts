import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTestPost, type TestPost } from '../support/post.ts';
import { openVisitors, type Visitors } from '../support/visitors.ts';

let post: TestPost;
let visitors: Visitors;

beforeAll(async () => {
  post = await startTestPost();
  visitors = await openVisitors();
});
afterEach(() => visitors.leave());
afterAll(async () => {
  await visitors.close();
  await post.stop();
});

test('a link signs in, and its secret leaves the address and the history', async () => {
  const page = await visitors.come();
  const link = await post.signInLink();
  await page.goto(link);
  await page.getByRole('heading', { name: 'Nothing has left yet' }).waitFor();
  expect(page.url()).toBe(`${post.consoleUrl}/exchanges`);
  // The entry with the secret was replaced: before the list stands what was open before the link.
  await page.goBack();
  expect(page.url()).toBe('about:blank');
});

test('a link signs in once and only once', async () => {
  const link = await post.signInLink();
  const first = await visitors.come();
  await first.goto(link);
  await first.waitForURL(`${post.consoleUrl}/exchanges`);
  const second = await visitors.come({ expectedStatuses: [403] });
  await second.goto(link);
  await second.getByRole('heading', { name: 'This link has been used, or is too old' }).waitFor();
  await second.getByText('octroi console link').waitFor();
  expect(second.url()).toBe(`${post.consoleUrl}/sign-in`);
  expect(await second.context().cookies()).toEqual([]);
});

test('a link that is too old is refused in words', async () => {
  const page = await visitors.come({ expectedStatuses: [403] });
  const link = await post.signInLink();
  await post.database.asSuper(`update console_link set expires_at = now() - interval '1 second' where used_at is null`);
  await page.goto(link);
  await page.getByRole('heading', { name: 'This link has been used, or is too old' }).waitFor();
});

test('a second link, typed over the page of the first, signs in without loading anew', async () => {
  const page = await visitors.come({ expectedStatuses: [403] });
  await page.goto(`${post.consoleUrl}/sign-in#nonsense`);
  await page.getByRole('heading', { name: 'This link has been used, or is too old' }).waitFor();
  await page.goto(await post.signInLink());
  await page.waitForURL(`${post.consoleUrl}/exchanges`);
});

test('while octroi is away the link is kept, and works when it is back', async () => {
  const page = await visitors.come({ expectedStatuses: [0] });
  await page.route('**/api/session', (route) => route.abort());
  await page.goto(await post.signInLink());
  await page.getByRole('heading', { name: 'octroi does not answer' }).waitFor();
  await page.unroute('**/api/session');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.waitForURL(`${post.consoleUrl}/exchanges`);
});

test('without a link the page tells how to get one', async () => {
  const page = await visitors.come();
  await page.goto(`${post.consoleUrl}/sign-in`);
  await page.getByText('octroi console link').waitFor();
});

test('who is not signed in sees nothing, and goes on where they were once they are', async () => {
  const page = await visitors.come({ expectedStatuses: [401] });
  await page.goto(`${post.consoleUrl}/keys`);
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  const otherTab = await page.context().newPage();
  await otherTab.goto(await post.signInLink());
  await page.getByRole('heading', { name: 'Keys', exact: true }).waitFor();
  expect(page.url()).toBe(`${post.consoleUrl}/keys`);
});

test('signing out ends the session at once', async () => {
  const page = await visitors.signIn(post, { expectedStatuses: [401] });
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  await page.goto(`${post.consoleUrl}/exchanges`);
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
});
