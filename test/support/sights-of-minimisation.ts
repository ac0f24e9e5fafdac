import type { Page } from 'playwright-core';
import type { TestPost } from './post.ts';
import type { Sight } from './sights.ts';

async function open(page: Page, post: TestPost): Promise<void> {
  await page.goto(`${post.consoleUrl}/minimisation`);
  await page.locator('.minimisation, .notice').first().waitFor();
}

/** What left by kind and week, and a post of which nothing has left. */
export const minimisationSights: readonly Sight[] = [
  { name: 'minimisation', at: 'lively', arrange: open },
  { name: 'minimisation-none', at: 'empty', arrange: open },
];
