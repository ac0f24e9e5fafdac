import type { Page } from 'playwright-core';
import { comparison, recordComparison, staleFact } from './comparisons.ts';
import { governedFiles } from './governed.ts';
import { startLivelyPost } from './lively-post.ts';
import { startTestPost, type TestPost } from './post.ts';
import { accessSights } from './sights-of-access.ts';
import { egressSights } from './sights-of-egress.ts';
import { evaluationSights } from './sights-of-evaluation.ts';
import { minimisationSights } from './sights-of-minimisation.ts';
import { fleetSights } from './sights-of-fleet.ts';
import { keptSights } from './sights-of-kept.ts';
import { ledgerSights } from './sights-of-ledger.ts';
import { trainingSights } from './sights-of-training.ts';
import { rulesSights, termsSights } from './sights-of-rules.ts';
import type { Visit, Visitors } from './visitors.ts';

/** The posts that the sights are seen at. */
export type Scenery = { readonly lively: TestPost; readonly empty: TestPost; readonly alarmed: TestPost };

/** A state of the console that somebody may see: how to get there, and what shows that one is. */
export type Sight = {
  readonly name: string;
  /** Where a page of this sight begins: signed in at one of the posts, or not signed in at the lively one. */
  readonly at: keyof Scenery | 'outside';
  readonly visit?: Visit;
  readonly arrange: (page: Page, post: TestPost) => Promise<void>;
};

export async function openScenery(): Promise<Scenery> {
  const [lively, empty] = [await startLivelyPost(), await startTestPost()];
  const alarmed = await startTestPost({ policyFiles: governedFiles });
  const contract = await alarmed.addContract();
  const { key } = await alarmed.makeKey('Ada', 'billing');
  await alarmed.play('edit-write', key);
  await alarmed.stopContract(contract);
  const { tenancy, tenantId } = alarmed;
  await recordComparison(tenancy, tenantId, comparison(new Date(), '2026-11-23.1', { alarms: [staleFact] }));
  return { lively, empty, alarmed };
}

export async function closeScenery(scenery: Scenery): Promise<void> {
  for (const post of Object.values(scenery)) await post.stop();
}

/** Brings a new page to a sight. */
export async function see(sight: Sight, scenery: Scenery, visitors: Visitors): Promise<Page> {
  const post = sight.at === 'outside' ? scenery.lively : scenery[sight.at];
  const page = sight.at === 'outside' ? await visitors.come(sight.visit) : await visitors.signIn(post, sight.visit);
  await sight.arrange(page, post);
  return page;
}

const there = (page: Page, selector: string) => page.locator(selector).first().waitFor();

async function openExchange(page: Page, text: string | RegExp): Promise<void> {
  await page.locator('tr.exchange').filter({ hasText: text }).first().locator('a').click();
  await there(page, '.declaration');
}

async function openKeys(page: Page, post: TestPost): Promise<void> {
  await page.goto(`${post.consoleUrl}/keys`);
  await there(page, 'table.keys');
}

async function makeKey(page: Page): Promise<void> {
  await page.locator('.page-head .primary').click();
  await page.locator('input[name=person]').fill('Ada Lovelace');
  await page.locator('input[name=workspace]').fill('billing');
  await page.locator('dialog [type=submit]').click();
  await there(page, '.made-once');
}

const outside: readonly Sight[] = [
  {
    name: 'sign-in',
    at: 'outside',
    arrange: async (page, post) => {
      await page.goto(`${post.consoleUrl}/sign-in`);
      await there(page, '.copy-lines');
    },
  },
  {
    name: 'used-link',
    at: 'outside',
    visit: { expectedStatuses: [403] },
    arrange: async (page, post) => {
      await page.goto(`${post.consoleUrl}/sign-in#used`);
      await there(page, '[role=alert]');
    },
  },
  {
    name: 'signed-out',
    at: 'outside',
    visit: { expectedStatuses: [401] },
    arrange: async (page, post) => {
      await page.goto(`${post.consoleUrl}/exchanges`);
      await there(page, '.outside .copy-lines');
    },
  },
  {
    name: 'missing',
    at: 'outside',
    arrange: async (page, post) => {
      await page.goto(`${post.consoleUrl}/nowhere`);
      await there(page, '.notice a');
    },
  },
  {
    name: 'out-of-reach',
    at: 'outside',
    visit: { expectedStatuses: [0] },
    arrange: async (page, post) => {
      await page.route('**/api/**', (route) => route.abort());
      await page.goto(`${post.consoleUrl}/keys`);
      await there(page, '.outside .notice');
    },
  },
];

const lists: readonly Sight[] = [
  { name: 'exchanges', at: 'lively', arrange: (page) => there(page, 'tr.exchange') },
  {
    name: 'exchanges-filtered',
    at: 'lively',
    arrange: async (page, post) => {
      await page.goto(`${post.consoleUrl}/exchanges?verdict=block&span=between&from=2026-01-01T00:00:00.000Z`);
      await there(page, 'tr.exchange');
    },
  },
  {
    name: 'exchanges-none-match',
    at: 'lively',
    arrange: async (page, post) => {
      await page.goto(`${post.consoleUrl}/exchanges?kind=document`);
      await there(page, '.notice');
    },
  },
  {
    name: 'exchanges-held',
    at: 'lively',
    arrange: async (page, post) => {
      await page.locator('tr.exchange a').nth(2).focus();
      const { key } = await post.makeKey('Émile', 'storefront');
      await post.play('git', key);
      await there(page, '.held button');
    },
  },
  { name: 'first-steps', at: 'empty', arrange: (page) => there(page, '.first-steps') },
  { name: 'alarm', at: 'alarmed', arrange: (page) => there(page, '.banner-alarm') },
  {
    name: 'away',
    at: 'lively',
    visit: { expectedStatuses: [0] },
    arrange: async (page) => {
      await there(page, 'tr.exchange');
      await page.route('**/api/**', (route) => route.abort());
      await there(page, '.banner-away');
    },
  },
];

const exchanges: readonly Sight[] = [
  { name: 'exchange', at: 'lively', arrange: (page) => openExchange(page, 'README') },
  {
    name: 'exchange-again',
    at: 'lively',
    arrange: async (page) => {
      await openExchange(page, 'new.txt');
      await page.locator('.again summary').click();
      await there(page, '[data-sent=again]');
    },
  },
  { name: 'exchange-redacted', at: 'lively', arrange: (page) => openExchange(page, '1 secret · 2') },
  { name: 'exchange-withheld', at: 'lively', arrange: (page) => openExchange(page, /own thinking|réflexion de l/) },
  {
    name: 'exchange-many-findings',
    at: 'lively',
    arrange: async (page) => {
      await openExchange(page, 'customers.csv');
      await page.locator('.part-findings button.quiet').click();
    },
  },
  { name: 'exchange-refused', at: 'lively', arrange: (page) => openExchange(page, 'JSON') },
  { name: 'exchange-hostile', at: 'lively', arrange: (page) => openExchange(page, 'xxxxx') },
  { name: 'exchange-failed', at: 'lively', arrange: (page) => openExchange(page, '529') },
  {
    name: 'exchange-unknown',
    at: 'lively',
    visit: { expectedStatuses: [404] },
    arrange: async (page, post) => {
      await page.goto(`${post.consoleUrl}/exchanges/nonsense`);
      await there(page, '.notice');
    },
  },
];

const keys: readonly Sight[] = [
  { name: 'keys', at: 'lively', arrange: openKeys },
  {
    name: 'keys-none',
    at: 'empty',
    arrange: async (page, post) => {
      await page.goto(`${post.consoleUrl}/keys`);
      await there(page, '.contract-first');
    },
  },
  {
    name: 'key-new',
    at: 'lively',
    arrange: async (page, post) => {
      await openKeys(page, post);
      await page.locator('.page-head .primary').click();
      await there(page, 'dialog');
    },
  },
  {
    name: 'key-refused',
    at: 'lively',
    visit: { expectedStatuses: [422] },
    arrange: async (page, post) => {
      await openKeys(page, post);
      await page.locator('.page-head .primary').click();
      await page.locator('input[name=person]').fill('Ada\u0007');
      await page.locator('input[name=workspace]').fill('billing');
      await page.locator('dialog [type=submit]').click();
      await there(page, '.form-fault');
    },
  },
  {
    name: 'key-made',
    at: 'lively',
    arrange: async (page, post) => {
      await openKeys(page, post);
      await makeKey(page);
    },
  },
  {
    name: 'key-revoke',
    at: 'lively',
    arrange: async (page, post) => {
      await openKeys(page, post);
      await page.locator('table.keys .danger').first().click();
      await there(page, 'dialog');
    },
  },
];

/** What passed, what is kept of it, and from where. */
export const sightsOfTraffic: readonly Sight[] = [
  ...outside,
  ...lists,
  ...exchanges,
  ...ledgerSights,
  ...keptSights,
  ...fleetSights,
  ...egressSights,
];

/** What decides, and who. */
export const sightsOfGovernance: readonly Sight[] = [
  ...rulesSights,
  ...termsSights,
  ...evaluationSights,
  ...minimisationSights,
  ...keys,
  ...accessSights,
  ...trainingSights,
];

/** Every page and dialog of the console, and every state of theirs that looks different. */
export const sights: readonly Sight[] = [...sightsOfTraffic, ...sightsOfGovernance];
