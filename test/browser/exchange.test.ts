import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ExchangeView } from '../../src/console-api/contract.ts';
import { hello, send } from '../support/http.ts';
import { startLivelyPost } from '../support/lively-post.ts';
import type { TestPost } from '../support/post.ts';
import { openVisitors, type Visitors } from '../support/visitors.ts';

let post: TestPost;
let visitors: Visitors;

beforeAll(async () => {
  post = await startLivelyPost();
  visitors = await openVisitors();
});
afterEach(() => visitors.leave());
afterAll(async () => {
  await visitors.close();
  await post.stop();
});

const digits = (text: string): number => Number(text.replace(/\D/g, ''));
const whole = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + digits(text), 0);

/** Opens the newest exchange whose line has this text, and gives what the API says of it. */
async function open(page: Page, text: string): Promise<ExchangeView> {
  const answer = page.waitForResponse(/\/api\/exchanges\/[0-9a-f-]+$/);
  await page.locator('tr.exchange').filter({ hasText: text }).first().locator('a').click();
  await page.getByRole('heading', { name: /^Exchange of/ }).waitFor();
  return (await answer).json();
}

test('the pieces add up to the body, piece by piece and kind by kind, and the page says so', async () => {
  const page = await visitors.signIn(post);
  const { bodyBytes, newBytes, parts } = await open(page, 'new.txt');
  await page.locator('.again summary').click();
  await page.locator('[data-sent="again"]').waitFor();
  const pieces = await page.locator('.part .manifest-bytes').allInnerTexts();
  expect(pieces.length).toBe(parts.length);
  expect(whole(pieces)).toBe(bodyBytes);
  expect(whole(await page.locator('[data-sent="first"] .manifest-bytes:is(td)').allInnerTexts())).toBe(newBytes);
  expect(whole(await page.locator('.kinds tbody .kinds-total').allInnerTexts())).toBe(bodyBytes);
  expect(digits(await page.locator('.kinds tfoot .kinds-total').innerText())).toBe(bodyBytes);
  const said = await page.locator('.sum-fits').innerText();
  expect(digits(said.split(' is ')[1] ?? '')).toBe(bodyBytes);
});

test('says it loudly when the pieces do not add up', async () => {
  const page = await visitors.signIn(post);
  await page.route(/\/api\/exchanges\/[0-9a-f-]+$/, async (route) => {
    const answer = await route.fetch();
    const view = (await answer.json()) as ExchangeView;
    await route.fulfill({ response: answer, json: { ...view, bodyBytes: view.bodyBytes + 1 } });
  });
  await open(page, 'new.txt');
  expect(await page.locator('.sum-differs').innerText()).toContain('That must not be');
  expect(await page.locator('.sum-fits').count()).toBe(0);
});

test('shows what is new in sight and first, and folds the history away', async () => {
  const page = await visitors.signIn(post);
  const { parts } = await open(page, 'new.txt');
  const again = parts.filter(({ sent }) => sent === 'again').length;
  expect(await page.locator('[data-sent="first"] .part').count()).toBe(parts.length - again);
  expect(await page.locator('[data-sent="again"]').count()).toBe(0);
  const summary = page.locator('.again summary');
  expect(digits((await summary.innerText()).split(',')[0] ?? '')).toBe(again);
  await summary.press('Enter');
  await expect.poll(() => page.locator('[data-sent="again"] .part').count()).toBe(again);
});

test('lists files with how they came and which lines, commands, and tools', async () => {
  const page = await visitors.signIn(post);
  await open(page, 'app.py');
  const file = page.locator('.part').filter({ hasText: 'app.py' }).filter({ hasText: 'read' }).first();
  expect(await file.locator('.manifest-how').innerText()).toBe('read, lines 1–6');
  expect(await file.locator('.path').getAttribute('title')).toBe('~/projects/shop-web/src/app.py');
  await page.goBack();
  await open(page, 'Command output');
  expect(await page.locator('.command').first().innerText()).not.toBe('');
});

test('the bar of kinds is told in words, and its segments bear the numbers of the lines below', async () => {
  const page = await visitors.signIn(post);
  await open(page, 'new.txt');
  const caption = await page.locator('.kinds-bar figcaption').innerText();
  const lines = await page.locator('.kinds tbody tr').allInnerTexts();
  for (const line of lines) {
    const [, name = '', ...cells] = line.split(/\n|\t/).map((cell) => cell.trim());
    expect(caption).toContain(`${name} ${cells.findLast((cell) => cell.endsWith('%'))}`);
  }
  expect(await page.locator('.segment-number').first().textContent()).toBe('1');
});

test('copies fingerprints, the receipt and the vendor’s ids whole', async () => {
  const page = await visitors.signIn(post);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const { parts, receipt, answer } = await open(page, 'new.txt');
  const firstShown = Number(await page.locator('.part .manifest-number').first().innerText());
  for (const [name, text] of [
    [`Copy fingerprint of piece ${firstShown}`, parts[firstShown - 1]?.fingerprint],
    ['Copy Record', receipt.recordId],
    ['Copy SHA-256 of the record', receipt.digest],
    ['Copy Vendor’s request id', answer?.requestId],
    ['Copy Organisation that answered', answer?.organizationId],
  ] as const) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe(text);
  }
});

test('shows who sent it, the answer and what leaves beside the body', async () => {
  const page = await visitors.signIn(post);
  const { person, client, answer, headerBytes } = await open(page, 'new.txt');
  const text = await page.locator('.declaration').innerText();
  for (const shown of [person.name, 'billing', client.sessionId, client.userAgent, '/v1/messages'])
    expect(text).toContain(shown);
  expect(text).toContain(`client headers, ${headerBytes} bytes`);
  expect(text).toContain(`${answer?.outputTokens}`);
  expect(text).toContain('Written to the ledger before a byte left.');
});

test('a refused request shows why, what its sender was told, and that it is on record', async () => {
  const page = await visitors.signIn(post);
  const { receipt } = await open(page, 'valid JSON');
  const text = await page.locator('.declaration').innerText();
  expect(text).toContain('octroi stopped this request. Nothing left.');
  expect(text).toContain('The request is no valid JSON.');
  expect(text).toContain('Check the client’s version.');
  expect(text).toContain(receipt.recordId);
  expect(text).not.toContain('First sent');
});

test('findings stand at their place in the piece, in words, with what became of them, and never the value', async () => {
  const page = await visitors.signIn(post);
  const { parts, redactedBodyBytes } = await open(page, '1 secret · 2');
  const file = parts.find(({ findings }) => findings);
  const names = ['Secret value', 'Bank account (IBAN)', 'E-mail address'];
  expect(await page.locator('.masked-value').allInnerTexts()).toEqual(names.map((name, at) => `${at + 1} ${name}`));
  // Blocks stand for the text around the values: what is not marked is as long as the piece without its values.
  const found = (file?.findings ?? []).reduce((sum, { span: [from, end] }) => sum + end - from, 0);
  expect(whole(await page.locator('.masked-length').allInnerTexts())).toBe((file?.bytes ?? 0) - found);
  const values = page.locator('.finding');
  for (const [at, name] of names.entries()) {
    const text = await values.nth(at).innerText();
    const [from = 0, end = 0] = file?.findings?.[at]?.span ?? [];
    for (const shown of [name, `bytes ${from + 1}–${end}`, file?.findings?.[at]?.detector, 'Redacted', 'new'])
      expect(text).toContain(shown);
  }
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: /^Copy fingerprint of finding 2 in piece/ }).click();
  await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe(file?.findings?.[1]?.fingerprint);
  const text = await page.locator('.declaration').innerText();
  expect(text).toContain(
    'It was inspected before it left: 3 findings were replaced by stand-ins; 2 values were put back into the answer; every byte could be looked at.',
  );
  expect(digits(/that left had ([\d,]+)/.exec(text)?.[1] ?? '')).toBe(redactedBodyBytes);
  expect(await page.content()).not.toMatch(/camille|FR\d\d30099|q7Rk2mVx/);
});

test('of many values the first are in sight, and the others a press away', async () => {
  const page = await visitors.signIn(post);
  await open(page, 'customers.csv');
  expect(await page.locator('.finding').count()).toBe(10);
  expect(await page.locator('.finding').first().innerText()).toMatch(/bytes [\d,]+–[\d,]+, bytes/);
  expect(await page.locator('.masked-more').innerText()).toBe('36 more');
  const others = page.getByRole('button', { name: '30 more findings' });
  await others.press('Enter');
  expect(await page.locator('.finding').count()).toBe(40);
  await others.press('Enter');
  expect(await page.locator('.finding').count()).toBe(10);
});

test('what was declared and then stopped shows why, and what would have left', async () => {
  const page = await visitors.signIn(post);
  const { parts } = await open(page, 'own thinking');
  await page.getByRole('heading', { name: 'Why nothing left' }).waitFor();
  await page.getByRole('heading', { name: 'What would have left' }).waitFor();
  const text = await page.locator('.declaration').innerText();
  for (const shown of ['Go back before it', 'secret-in-thinking', 'none of it left', '2 findings stand in what'])
    expect(text).toContain(shown);
  for (const finding of await page.locator('.finding').allInnerTexts()) expect(finding).toContain('Did not leave');
  const shown = await page.locator('.part').count();
  expect(shown).toBe(parts.filter(({ sent }) => sent === 'first').length);
  expect(await page.getByRole('heading', { name: 'Answer', exact: true }).count()).toBe(0);
});

test('says how much could not be looked at, and when nothing was looked for yet', async () => {
  const page = await visitors.signIn(post);
  await open(page, 'Images');
  await page.getByText(/It was inspected.*; [\d,]+ bytes could not be looked at/).waitFor();
  await page.goBack();
  await page.route(/\/api\/exchanges\/[0-9a-f-]+$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), inspection: null } });
  });
  await open(page, 'README');
  await page.getByText('from a time when octroi did not look').waitFor();
});

test('an exchange under way comes to its end by itself', async () => {
  const key = (await post.makeKey('Zoé', 'waiting')).key;
  let finish = (): void => {};
  const isOver = new Promise<void>((resolve) => {
    finish = resolve;
  });
  post.answerNext({ kind: 'raw', write: async (response) => void isOver.then(() => response.end('{}')) });
  const sent = send(post.gatewayUrl, key, { body: JSON.stringify({ ...hello, max_tokens: 7 }) });
  const page = await visitors.signIn(post);
  await open(page, 'Under way');
  await page.getByText('on its way to the client').waitFor();
  finish();
  await sent;
  await page.getByText('went back to the client, byte for byte').waitFor();
});

test('an id that is none leads to a word, not to a crash', async () => {
  const page = await visitors.signIn(post, { expectedStatuses: [404] });
  for (const id of ['01a214ec-5cc2-7308-bef5-f1f45a32b69b', 'nonsense']) {
    await page.goto(`${post.consoleUrl}/exchanges/${id}`);
    await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
  }
});
