import type { Page } from 'playwright-core';
import type { TestPost } from './post.ts';
import type { Sight } from './sights.ts';

const there = (page: Page, selector: string) => page.locator(selector).first().waitFor();

type Seen = { readonly shows: string; readonly at?: Sight['at']; readonly press?: string };

function seen(name: string, path: string, { shows, at = 'lively', press }: Seen): Sight {
  return {
    name,
    at,
    arrange: async (page: Page, post: TestPost) => {
      await page.goto(`${post.consoleUrl}${path}`);
      await there(page, '.page-head h1');
      if (press !== undefined) await page.locator(press).first().click();
      await there(page, shows);
    },
  };
}

/** What is kept, held and erased, what vendors hold, and what persons ask for. */
export const keptSights: readonly Sight[] = [
  seen('retention', '/retention', { shows: 'table.sheet' }),
  seen('retention-due', '/retention/due', { shows: 'table.sheet' }),
  seen('holds', '/retention/holds', { shows: 'table.sheet' }),
  seen('holds-none', '/retention/holds', { shows: '.notice', at: 'empty' }),
  seen('hold-new', '/retention/holds', { shows: 'dialog', press: '.sheet-acts .primary' }),
  seen('hold-release', '/retention/holds', { shows: 'dialog', press: 'table.sheet button' }),
  seen('captures', '/retention/captures', { shows: 'table.sheet' }),
  seen('captures-none', '/retention/captures', { shows: '.notice', at: 'empty' }),
  seen('capture-ask', '/retention/captures', { shows: 'dialog', press: '.sheet-acts .primary' }),
  seen('capture-end', '/retention/captures', { shows: 'dialog', press: 'table.sheet button' }),
  seen('certificates', '/retention/certificates', { shows: 'table.sheet' }),
  seen('certificates-none', '/retention/certificates', { shows: '.notice', at: 'empty' }),
  seen('vendor', '/vendor', { shows: 'table.sheet' }),
  seen('vendor-nothing', '/vendor', { shows: '.notice', at: 'empty' }),
  seen('requests', '/requests', { shows: 'table.sheet' }),
  seen('requests-none', '/requests', { shows: '.notice', at: 'empty' }),
  seen('request-access', '/requests', { shows: 'dialog', press: '.sheet-acts button:nth-child(1)' }),
  seen('request-erasure', '/requests', { shows: 'dialog', press: '.sheet-acts button:nth-child(2)' }),
  seen('request-conversation', '/requests', { shows: 'dialog', press: '.sheet-acts button:nth-child(3)' }),
];
