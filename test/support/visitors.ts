import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import type { TestPost } from './post.ts';

export type Visit = {
  readonly locale?: string;
  readonly width?: number;
  readonly height?: number;
  /** Answers of the API that are failures and belong to what is tried; any other failure is a complaint. */
  readonly expectedStatuses?: readonly number[];
  /** What the browser's console may say besides. */
  readonly expectedRemark?: RegExp;
};

export type Visitors = {
  /** A page of a browser of its own: nothing remembered, nobody signed in. */
  come(visit?: Visit): Promise<Page>;
  /** The same, signed in with a link of its own, at the list of exchanges. */
  signIn(post: TestPost, visit?: Visit): Promise<Page>;
  /** Ends all visits of a test, and fails it when a page complained: an error, a broken policy, a call elsewhere. */
  leave(): Promise<void>;
  close(): Promise<void>;
};

/** Opens the browser for a file of tests. */
export async function openVisitors(): Promise<Visitors> {
  const browser = await launchBrowser();
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  const come = async ({
    locale = 'en-GB',
    width = 1280,
    height = 900,
    expectedStatuses = [],
    expectedRemark,
  }: Visit = {}) => {
    const context = await browser.newContext({ locale, viewport: { width, height }, timezoneId: 'Europe/Paris' });
    context.setDefaultTimeout(15_000);
    contexts.push(context);
    const page = await context.newPage();
    listen(page, { complaints, expectedStatuses, expectedRemark });
    return page;
  };
  return {
    come,
    signIn: async (post, visit) => {
      const page = await come(visit);
      await page.goto(await post.signInLink());
      await page.waitForURL(`${post.consoleUrl}/exchanges`);
      return page;
    },
    leave: async () => {
      const heard = complaints.splice(0);
      for (const context of contexts.splice(0)) await context.close();
      if (heard.length > 0) throw new Error(`the pages complained: ${heard.join('; ')}`);
    },
    close: () => browser.close(),
  };
}

type Ear = {
  readonly complaints: string[];
  readonly expectedStatuses: readonly number[];
  readonly expectedRemark: RegExp | undefined;
};

function listen(page: Page, { complaints, expectedStatuses, expectedRemark }: Ear): void {
  page.on('pageerror', (fault) => complaints.push(`fault: ${fault.message}`));
  page.on('console', (message) => {
    const text = message.text();
    const status = Number(/the server responded with a status of (\d+)/.exec(text)?.[1] ?? 0);
    // A call that a test cuts off on purpose (`away`) is told by the browser, too.
    const isExpected = expectedStatuses.includes(status) || (expectedStatuses.includes(0) && /net::ERR_/.test(text));
    const isRemark = expectedRemark?.test(text) === true;
    if (message.type() !== 'log' && !isExpected && !isRemark) complaints.push(`${message.type()}: ${text}`);
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !['127.0.0.1', 'localhost', 'octroi.test'].includes(hostname))
      complaints.push(`call elsewhere: ${request.url()}`);
  });
}
