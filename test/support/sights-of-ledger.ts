import type { Page } from 'playwright-core';
import type { TestPost } from './post.ts';
import type { Sight } from './sights.ts';

const there = (page: Page, selector: string) => page.locator(selector).first().waitFor();

async function openRecords(page: Page, post: TestPost, query = ''): Promise<void> {
  await page.goto(`${post.consoleUrl}/ledger${query}`);
  await there(page, '.records');
}

async function verify(page: Page): Promise<void> {
  await page.locator('.verifying button').first().click();
  await there(page, '.verified');
}

/** The ledger itself. */
export const ledgerSights: readonly Sight[] = [
  { name: 'ledger', at: 'lively', arrange: (page, post) => openRecords(page, post) },
  {
    name: 'ledger-nothing',
    at: 'lively',
    arrange: async (page, post) => {
      await page.goto(`${post.consoleUrl}/ledger?kind=contract_stopped`);
      await there(page, '.notice');
    },
  },
  {
    name: 'record',
    at: 'lively',
    arrange: async (page, post) => {
      await openRecords(page, post, '?kind=exchange_declared');
      await page.locator('.records a').first().click();
      await there(page, '.verifying');
    },
  },
  {
    name: 'record-verified',
    at: 'lively',
    arrange: async (page, post) => {
      await page.goto(`${post.consoleUrl}/ledger/2`);
      await verify(page);
    },
  },
  {
    name: 'record-refuted',
    at: 'lively',
    arrange: async (page, post) => {
      await page.route('**/proof', async (route) => {
        const answer = await route.fetch();
        const text = await answer.text();
        await route.fulfill({ response: answer, body: text.replace(/^index \d+/m, 'index 1') });
      });
      await page.goto(`${post.consoleUrl}/ledger/2`);
      await verify(page);
    },
  },
  {
    name: 'record-of-log',
    at: 'lively',
    arrange: async (page, post) => {
      await page.goto(`${post.consoleUrl}/ledger/0`);
      await there(page, '.verifying');
    },
  },
  {
    name: 'record-unknown',
    at: 'lively',
    visit: { expectedStatuses: [404] },
    arrange: async (page, post) => {
      await page.goto(`${post.consoleUrl}/ledger/nonsense`);
      await there(page, '.notice');
    },
  },
  {
    name: 'heads',
    at: 'lively',
    arrange: async (page, post) => {
      await page.goto(`${post.consoleUrl}/ledger/heads`);
      await verify(page);
    },
  },
];
