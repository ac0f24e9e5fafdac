import type { Page } from 'playwright-core';
import { evaluationFile } from './evaluation-file.ts';
import { twoClasses } from './fill-evaluations.ts';
import type { TestPost } from './post.ts';
import type { Sight } from './sights.ts';

const there = (page: Page, selector: string) => page.locator(selector).first().waitFor();

async function open(page: Page, post: TestPost): Promise<void> {
  await page.goto(`${post.consoleUrl}/evaluation`);
  await there(page, '.evaluation-part .notice, .decision');
}

async function evaluate(page: Page, post: TestPost, text: string): Promise<void> {
  await open(page, post);
  const buffer = Buffer.from(text);
  await page.locator('input[type=file]').setInputFiles({ name: 'zdr.yaml', mimeType: 'application/yaml', buffer });
  await page.locator('.evaluation-form [type=submit]').click();
}

/** Evaluations of zero retention: what was decided, what a file comes to, and deciding on it. */
export const evaluationSights: readonly Sight[] = [
  { name: 'evaluation', at: 'lively', arrange: open },
  { name: 'evaluation-none', at: 'empty', arrange: open },
  { name: 'evaluation-undecided', at: 'alarmed', arrange: open },
  {
    name: 'evaluation-figures',
    at: 'lively',
    arrange: async (page, post) => {
      await open(page, post);
      await page.locator('.decision > details > summary').first().click();
      await page.locator('.curve details summary').first().click();
    },
  },
  {
    name: 'evaluation-evaluated',
    at: 'lively',
    arrange: async (page, post) => {
      await evaluate(page, post, twoClasses);
      await there(page, '[aria-live] .curve-plot');
    },
  },
  {
    name: 'evaluation-faults',
    at: 'lively',
    arrange: async (page, post) => {
      await evaluate(page, post, evaluationFile({ exchanges: '60000' }));
      await there(page, '.evaluation-faults');
    },
  },
  {
    name: 'evaluation-decide',
    at: 'lively',
    arrange: async (page, post) => {
      await evaluate(page, post, twoClasses);
      await page.locator('[aria-live] .decision-head button').click();
      await there(page, 'dialog');
    },
  },
];
