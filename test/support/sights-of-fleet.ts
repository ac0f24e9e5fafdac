import type { Page } from 'playwright-core';
import type { TestPost } from './post.ts';
import type { Sight } from './sights.ts';

const there = (page: Page, selector: string) => page.locator(selector).first().waitFor();

async function open(page: Page, post: TestPost, path: string): Promise<void> {
  await page.goto(`${post.consoleUrl}${path}`);
  await there(page, '.page-head h1');
}

async function openDevice(page: Page, post: TestPost, name: string): Promise<void> {
  await open(page, post, '/fleet');
  await page.getByRole('link', { name }).first().click();
  await there(page, '.page-head .stamp');
}

const sight = (name: string, arrange: Sight['arrange'], at: Sight['at'] = 'lively'): Sight => ({ name, at, arrange });

/** The workstations: the fleet, one of them, what is rolled out, and the laboratory. */
export const fleetSights: readonly Sight[] = [
  sight('fleet', async (page, post) => {
    await open(page, post, '/fleet');
    await there(page, 'table.sheet');
  }),
  sight(
    'fleet-none',
    async (page, post) => {
      await open(page, post, '/fleet');
      await there(page, '.notice');
    },
    'empty',
  ),
  sight('fleet-controls', async (page, post) => {
    await open(page, post, '/fleet/controls');
    await there(page, 'table.sheet');
  }),
  sight('fleet-rollout', async (page, post) => {
    await open(page, post, '/fleet/rollout');
    await there(page, 'table.sheet');
    await page.locator('table.sheet summary').first().click();
  }),
  sight('fleet-probes', async (page, post) => {
    await open(page, post, '/fleet/probes');
    await there(page, 'table.sheet');
  }),
  sight('device', async (page, post) => openDevice(page, post, 'PC-0412')),
  sight('device-silent', async (page, post) => openDevice(page, post, 'MAC-0007')),
  sight('device-revoked', async (page, post) => openDevice(page, post, 'PC-0001')),
  sight('device-revoke', async (page, post) => {
    await openDevice(page, post, 'PC-0412');
    await page.locator('.page-head button.danger').click();
    await there(page, 'dialog');
  }),
  sight('device-invite', async (page, post) => {
    await open(page, post, '/fleet');
    await page.locator('.page-head .primary').click();
    await there(page, 'dialog');
  }),
  sight(
    'device-code',
    async (page, post) => {
      await open(page, post, '/fleet');
      await page.locator('.page-head .primary').click();
      await page.locator('input[name=name]').fill(`PC-${crypto.randomUUID()}`);
      await page.locator('dialog [type=submit]').click();
      await there(page, '.made-once');
    },
    'alarmed',
  ),
];
