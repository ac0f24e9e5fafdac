import type { Page } from 'playwright-core';
import { strictProposal } from './governed.ts';
import type { TestPost } from './post.ts';
import type { Sight } from './sights.ts';

const there = (page: Page, selector: string) => page.locator(selector).first().waitFor();

/** A sight of a page that is reached by its address. */
function seen(name: string, path: string, { at = 'lively', shows }: { at?: Sight['at']; shows: string }): Sight {
  return {
    name,
    at,
    arrange: async (opened, post) => {
      await opened.goto(`${post.consoleUrl}${path}`);
      await there(opened, shows);
    },
  };
}

async function compare(opened: Page, post: TestPost, text: string): Promise<void> {
  await opened.goto(`${post.consoleUrl}/policy/compare`);
  await opened.locator('.proposed-acts button').click();
  await opened.locator('.proposed textarea').last().fill(text);
  await opened.locator('.proposal .primary').click();
  await there(opened, '.differences');
}

/** The matrix and the policy. */
export const rulesSights: readonly Sight[] = [
  seen('matrix', '/matrix', { shows: '.matrix-line' }),
  seen('matrix-narrowed', '/matrix?vendor=xai&audience=commercial&on=2026-11-23', { shows: '.matrix-line' }),
  seen('matrix-held', '/matrix?vendor=anthropic&workspace=website', { at: 'alarmed', shows: '.matrix-held' }),
  seen('matrix-nothing', '/matrix?vendor=acme', { shows: '.notice' }),
  seen('policy', '/policy', { shows: '.rules' }),
  {
    name: 'policy-files',
    at: 'alarmed',
    arrange: async (opened, post) => {
      await opened.goto(`${post.consoleUrl}/policy`);
      await there(opened, '.rules');
      for (const summary of await opened.locator('.policy-origin summary').all()) await summary.click();
      await opened.locator('.rules summary').last().click();
      await there(opened, '.rules [open] pre');
    },
  },
  seen('policy-cases', '/policy/cases', { at: 'alarmed', shows: '.cases' }),
  seen('policy-cases-none', '/policy/cases', { shows: '.notice' }),
  seen('policy-versions', '/policy/versions', { at: 'alarmed', shows: '.versions' }),
  seen('policy-compare', '/policy/compare', { at: 'alarmed', shows: '.proposed textarea' }),
  { name: 'policy-compared', at: 'alarmed', arrange: (opened, post) => compare(opened, post, strictProposal) },
  { name: 'policy-faults', at: 'alarmed', arrange: (opened, post) => compare(opened, post, 'forbid (principal') },
];

/** The catalogue and the contracts. */
export const termsSights: readonly Sight[] = [
  {
    name: 'catalogue',
    at: 'lively',
    arrange: async (opened, post) => {
      await opened.goto(`${post.consoleUrl}/catalogue?vendor=mistral&on=2026-11-23`);
      await there(opened, '.plan');
      for (const summary of await opened.locator('.plan summary').all()) await summary.click();
      await there(opened, '.contradiction');
    },
  },
  seen('catalogue-all', '/catalogue', { shows: '.plan' }),
  seen('catalogue-nothing', '/catalogue?on=2020-01-01', { shows: '.notice' }),
  seen('comparison', '/catalogue/comparison?audience=commercial&on=2026-11-23', { shows: '.comparison-plan' }),
  seen('comparison-more', '/catalogue/comparison?vendor=anthropic&criteria=more', { shows: '.comparison-plan' }),
  seen('claims', '/catalogue/claims', { shows: '.claim' }),
  seen('contracts', '/contracts', { shows: '.contract' }),
  seen('contracts-none', '/contracts', { at: 'empty', shows: '.notice' }),
  seen('contracts-stopped', '/contracts', { at: 'alarmed', shows: '.contract' }),
  seen('posture', '/posture', { shows: '.control' }),
  seen('posture-empty', '/posture', { at: 'empty', shows: '.control' }),
  seen('posture-alarmed', '/posture', { at: 'alarmed', shows: '.stale-fact' }),
  {
    name: 'pack-make',
    at: 'lively',
    arrange: async (opened, post) => {
      await opened.goto(`${post.consoleUrl}/posture`);
      await opened.locator('.posture-packs > button').click();
      await there(opened, 'dialog input[name="from"]');
    },
  },
  {
    name: 'contract-resume',
    at: 'alarmed',
    arrange: async (opened, post) => {
      await opened.goto(`${post.consoleUrl}/contracts`);
      await opened.locator('.contract-head button').click();
      await there(opened, 'dialog');
    },
  },
];
