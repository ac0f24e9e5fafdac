import type { Page } from 'playwright-core';
import type { TestPost } from './post.ts';
import { enterAs } from './sights-of-access.ts';
import type { Sight } from './sights.ts';

const there = (page: Page, selector: string) => page.locator(selector).first().waitFor();

/** A person without a role of the console, who comes to the one thing that is open to them. */
async function enterAsDeveloper(page: Page, post: TestPost): Promise<void> {
  await enterAs(page, post, 'Noé');
  await page.waitForURL(`${post.consoleUrl}/trainings`);
  await there(page, 'table.sheet');
}

async function openModule(page: Page, post: TestPost): Promise<void> {
  await enterAsDeveloper(page, post);
  await page.goto(`${post.consoleUrl}/trainings/what-leaves-with-a-prompt`);
  await there(page, '.questions button');
}

async function openTeam(page: Page, post: TestPost): Promise<void> {
  await enterAs(page, post, 'Léa');
  await page.waitForURL(`${post.consoleUrl}/trainings`);
  await page.goto(`${post.consoleUrl}/team`);
  await there(page, 'table.sheet');
}

const sight = (name: string, arrange: Sight['arrange'], at: Sight['at'] = 'outside'): Sight => ({ name, at, arrange });

/** Trainings: one's own, a module with its questions, and the team's. */
export const trainingSights: readonly Sight[] = [
  sight('trainings', enterAsDeveloper),
  sight('training', openModule),
  sight('training-asked', async (page, post) => {
    await openModule(page, post);
    await page.locator('.questions button').first().click();
    await there(page, '.question');
  }),
  sight('training-scored', async (page, post) => {
    await openModule(page, post);
    await page.locator('.questions button').first().click();
    await there(page, '.question');
    for (const question of await page.locator('.question').all()) await question.locator('input').first().check();
    await page.locator('.questions [type=submit]').click();
    await there(page, '.answers');
  }),
  sight('team', openTeam),
  sight('team-grant', async (page, post) => {
    await openTeam(page, post);
    await page.locator('.page-head .primary').click();
    await there(page, 'dialog');
  }),
  sight(
    'trainings-by-link',
    async (page, post) => {
      await page.goto(`${post.consoleUrl}/trainings`);
      await there(page, '.notice');
    },
    'empty',
  ),
];
