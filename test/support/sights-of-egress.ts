import type { Page } from 'playwright-core';
import type { TestPost } from './post.ts';
import type { Sight } from './sights.ts';

const there = (page: Page, selector: string) => page.locator(selector).first().waitFor();

async function open(page: Page, post: TestPost, path: string): Promise<void> {
  await page.goto(`${post.consoleUrl}${path}`);
  await there(page, '.proxy-state, .ways, .notice');
}

async function ask(page: Page, post: TestPost, connection: string): Promise<void> {
  await open(page, post, '/egress');
  await page.locator('.rule-tester input').fill(connection);
  await page.locator('.rule-tester button').click();
}

const sight = (name: string, arrange: Sight['arrange'], at: Sight['at'] = 'lively'): Sight => ({ name, at, arrange });

/** The way out: connections, what would become of one, ways, and who goes around. */
export const egressSights: readonly Sight[] = [
  sight('egress', async (page, post) => {
    await open(page, post, '/egress');
    await there(page, 'table.sheet');
  }),
  sight('egress-inspected', async (page, post) => {
    await open(page, post, '/egress');
    await page.locator('table.sheet details summary').first().click();
    await there(page, 'table.sheet details table.sheet');
  }),
  sight('egress-none', async (page, post) => open(page, post, '/egress'), 'empty'),
  sight('egress-nothing', async (page, post) => {
    await open(page, post, '/egress?vendor=mistral');
    await there(page, '.notice');
  }),
  sight('egress-explained', async (page, post) => {
    await ask(page, post, 'claude.ai');
    await there(page, '.rule-answer');
  }),
  {
    ...sight('egress-not-a-host', async (page, post) => {
      await ask(page, post, '10.0.0.1');
      await there(page, '.form-fault');
    }),
    visit: { expectedStatuses: [422] },
  },
  sight('egress-ways', async (page, post) => {
    await open(page, post, '/egress/ways');
    await there(page, 'table.sheet');
  }),
  sight('egress-ways-none', async (page, post) => open(page, post, '/egress/ways'), 'empty'),
  sight('egress-shadow', async (page, post) => {
    await page.goto(`${post.consoleUrl}/egress/shadow`);
    await there(page, 'table.sheet');
  }),
  sight(
    'egress-shadow-none',
    async (page, post) => {
      await page.goto(`${post.consoleUrl}/egress/shadow`);
      await there(page, '.notice');
    },
    'empty',
  ),
  sight('egress-around', async (page, post) => {
    await open(page, post, '/egress/around');
    await there(page, 'table.sheet');
  }),
  sight('egress-around-none', async (page, post) => open(page, post, '/egress/around'), 'empty'),
];
