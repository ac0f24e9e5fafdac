import type { Page } from 'playwright-core';
import type { livelyPeople } from './lively-post.ts';
import type { TestPost } from './post.ts';
import { password } from './sign-in.ts';
import type { Sight } from './sights.ts';

const there = (page: Page, selector: string) => page.locator(selector).first().waitFor();

type Person = keyof typeof livelyPeople;

/** Signs a person in on the page of the console, as they would. */
export async function enterAs(page: Page, post: TestPost, name: Person, typed = password): Promise<void> {
  await page.goto(`${post.consoleUrl}/sign-in`);
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=password]').fill(typed);
  await page.locator('form [type=submit]').click();
}

/** A sight of a page that a person of the lively post has opened. */
function seenBy(
  person: Person,
  { name, path, shows, act }: { name: string; path: string; shows: string; act?: (page: Page) => Promise<void> },
): Sight {
  return {
    name,
    at: 'outside',
    arrange: async (page, post) => {
      await enterAs(page, post, person);
      await page.waitForURL(`${post.consoleUrl}/exchanges`);
      await page.goto(`${post.consoleUrl}${path}`);
      await there(page, shows);
      await act?.(page);
    },
  };
}

const openDialog =
  (selector: string, shows = 'dialog') =>
  async (page: Page) => {
    await page.locator(selector).first().click();
    await there(page, shows);
  };

const askForName = async (page: Page) => {
  await page.locator('tr.exchange a').first().click();
  await page.locator('.declaration-sender button.quiet').first().click();
  await there(page, 'dialog textarea');
};

/** Signing in as a person, what they may not, and what takes two of them. */
export const accessSights: readonly Sight[] = [
  {
    name: 'sign-in-failed',
    at: 'outside',
    visit: { expectedStatuses: [403] },
    arrange: async (page, post) => {
      await enterAs(page, post, 'Dana', 'wrong');
      await there(page, '.form-fault');
    },
  },
  {
    name: 'sign-in-refused',
    at: 'outside',
    arrange: async (page, post) => {
      await page.goto(`${post.consoleUrl}/sign-in#refused=console_role_missing`);
      await there(page, '.form-fault');
      await there(page, 'input[name=name]');
    },
  },
  seenBy('Dana', { name: 'approvals', path: '/approvals', shows: '.approval' }),
  {
    name: 'approvals-none',
    at: 'empty',
    arrange: async (page, post) => {
      await page.goto(`${post.consoleUrl}/approvals`);
      await there(page, '.notice');
    },
  },
  seenBy('Dana', {
    name: 'approval-confirm',
    path: '/approvals',
    shows: '.approval',
    act: openDialog('.approval-acts [data-act=confirm]'),
  }),
  seenBy('Dana', {
    name: 'approval-name',
    path: '/approvals',
    shows: '.approval',
    act: async (page) => {
      await openDialog('.approval-acts [data-act=name]')(page);
      await page.locator('dialog .primary').click();
      await there(page, '.approval-name strong');
    },
  }),
  seenBy('Dana', { name: 'reveal', path: '/exchanges', shows: 'tr.exchange', act: askForName }),
  seenBy('Dana', {
    name: 'reveal-asked',
    path: '/exchanges',
    shows: 'tr.exchange',
    act: async (page) => {
      await askForName(page);
      await page.locator('dialog textarea').fill('A complaint of the works council, 2026-17');
      await page.locator('dialog [type=submit]').click();
      await there(page, 'dialog output');
    },
  }),
  seenBy('Aude', { name: 'keys-read-only', path: '/keys', shows: 'table.keys' }),
];
