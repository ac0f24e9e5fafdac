import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { invitePerson } from '../../src/tenancy/index.ts';
import { withAuthenticator } from '../support/authenticator.ts';
import { launchBrowser } from '../support/browser.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { violationsOn } from '../support/in-page.ts';
import { freePort } from '../support/free-port.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { begin, invite, password, redeem, signInWays } from '../support/sign-in.ts';

let database: TestDatabase;
let post: GatewayUnderTest;
let browser: Browser;
let url: string;
const contexts: BrowserContext[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  database = await createDatabase();
  const port = await freePort();
  // Passkeys belong to a name, and browsers trust this one without https.
  url = `http://localhost:${port}`;
  post = await startTestGateway({
    store: database.store,
    port,
    publicUrl: url,
    ways: (beside) => signInWays(beside),
  });
  browser = await launchBrowser();
  await invite(post, 'ada@example.com', ['shop', 'billing']);
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  expect(complaints.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await post.stop();
  await database.drop();
});

type Visit = {
  readonly locale?: string;
  readonly javaScriptEnabled?: boolean;
  readonly colorScheme?: 'light' | 'dark';
};

async function come(visit: Visit = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1000, height: 800 }, ...visit });
  context.setDefaultTimeout(15_000);
  contexts.push(context);
  const page = await context.newPage();
  page.on('pageerror', (fault) => complaints.push(fault.message));
  page.on('console', (message) => {
    // That a wrong password is answered with 422, and a sign-in that is over with 410, is no fault of the page.
    if (message.type() === 'error' && !/status of (422|410)/.test(message.text())) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) complaints.push(`call elsewhere: ${request.url()}`);
  });
  return page;
}

async function newInvite(personName: string, language: 'en' | 'fr' = 'en'): Promise<string> {
  const common = {
    tenantId: post.tenant.id,
    workspaceNames: ['shop'],
    roles: [],
    language,
    actor: 'console',
  } as const;
  return `${url}/invite?link=${(await invitePerson(post.tenancy, { ...common, personName })).secret}`;
}

test.each([
  ['light', 'en-GB'],
  ['dark', 'fr-FR'],
  ['dark', 'en-GB'],
  ['light', 'fr-FR'],
] as const)('every page is accessible and within its width: %s, %s', async (colorScheme, locale) => {
  const page = await come({ colorScheme, locale });
  const look = async (name: string): Promise<void> => {
    for (const width of [1200, 340]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect([name, width, overflow, ...(await violationsOn(page))]).toEqual([name, width, 0]);
    }
  };
  const { userCode } = await begin(post.url);
  await page.goto(`${url}/device`);
  await look('code');
  await page.locator('#code').fill('BBBB-BBBB');
  await page.locator('button').click();
  await look('wrong code');
  await page.goto(`${url}/device?user_code=${userCode}`);
  await page.locator('button').click();
  await look('who');
  await page.locator('#name').fill('ada@example.com');
  await page.locator('#password').fill('wrong');
  await page.locator('form button').click();
  await look('wrong password');
  await page.locator('#name').fill('ada@example.com');
  await page.locator('#password').fill(password);
  await page.locator('form button').click();
  await page.locator('fieldset').waitFor();
  await look('approve');
  await page.locator('button[value=deny]').click();
  await look('denied');
  await page.goto(`${url}/device/sign-in`);
  await look('over');
  await page.goto(await newInvite(`${colorScheme}-${locale}@example.com`, locale === 'fr-FR' ? 'fr' : 'en'));
  await look('invite');
});

test('a person signs a client in by keyboard alone, without scripts', async () => {
  const page = await come({ javaScriptEnabled: false });
  const { userCode, deviceCode } = await begin(post.url);
  await page.goto(`${url}/device?user_code=${userCode}`);
  await page.locator('#code').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('#name').focus();
  await page.keyboard.type('ada@example.com');
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.locator('fieldset').waitFor();
  await page.locator('input[type=radio]').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('The assistant is signed in').waitFor();
  expect((await redeem(post.url, deviceCode)).status).toBe(200);
});

test('a person makes a passkey with an invitation and signs a client in with it', async () => {
  const page = await come();
  await withAuthenticator(page);
  await page.goto(await newInvite('grace@example.com'));
  await page.getByText('Make a passkey instead').click();
  await page.getByText('Your account is ready').waitFor();
  const { userCode, deviceCode } = await begin(post.url);
  await page.goto(`${url}/device?user_code=${userCode}`);
  await page.locator('button').click();
  await page.getByText('Sign in with a passkey').click();
  await page.getByText('It will send as grace@example.com.').waitFor();
  await page.locator('button[value=approve]').click();
  await page.getByText('The assistant is signed in').waitFor();
  expect((await redeem(post.url, deviceCode)).json).toMatchObject({ email: 'grace@example.com' });
  const signedIn = (await post.records()).findLast((record) => record.kind === 'client_signed_in');
  expect(signedIn?.by).toBe('passkey');
});

test('a passkey of another browser’s making signs nobody in', async () => {
  const page = await come();
  await withAuthenticator(page);
  const { userCode } = await begin(post.url);
  await page.goto(`${url}/device?user_code=${userCode}`);
  await page.locator('button').click();
  await page.getByText('Sign in with a passkey').click();
  await page.getByText('The passkey did not work.').waitFor();
});
