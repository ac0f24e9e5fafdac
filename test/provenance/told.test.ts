import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAdditions } from '../../src/cli/provenance/read-additions.ts';
import { spdxDocument } from '../../src/cli/provenance/spdx.ts';
import { trace, type Traced } from '../../src/cli/provenance/trace.ts';
import { trailersOf } from '../../src/cli/provenance/trailers.ts';
import { writeNotes } from '../../src/cli/provenance/write-notes.ts';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { dossierFiles } from '../../src/evidence/index.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { makeFolder } from '../support/folder.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { eventually, hello, send } from '../support/http.ts';
import { commitFile, functionOf, gitIn } from '../support/shop-history.ts';
import { toolAnswer } from '../support/written.ts';

let database: TestDatabase;
let post: GatewayUnderTest;
let folder: string;
let commit: string;
let traced: Traced;

const later = '2030-01-01T00:00:00Z';

beforeAll(async () => {
  database = await createDatabase();
  const input = { file_path: '/home/ada/shop/shop.js', content: functionOf(5) };
  post = await startTestGateway({ store: database.store, reply: () => toolAnswer([{ name: 'Write', input }]) });
  await send(post.url, post.key, { body: JSON.stringify({ ...hello, stream: true }) });
  await eventually(post.records, (all) => all.some(({ kind }) => kind === 'exchange_finished'));
  folder = await makeFolder();
  gitIn(folder, ['init', '-q', '-b', 'main']);
  commitFile(folder, 'README', 'shop\n', later);
  commit = commitFile(folder, 'shop.js', `${functionOf(5)}// and a line that Ada has written\n`, later);
  traced = await trace(post, await readAdditions({ repository: folder, what: commit, now: new Date() }));
});
afterAll(async () => {
  await post.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test('an exchange is told with its plan, model, terms and records, and nobody’s name', () => {
  expect(traced).toMatchObject({ read: 1, unread: 0, shares: { lines: 8 } });
  expect(traced.exchanges).toMatchObject([
    { vendor: 'anthropic', plan: 'api', proof: 'proven', model: 'claude-opus-5-5', verbatim: 6, edited: 0 },
  ]);
  expect(traced.exchanges[0]?.records).toHaveLength(2);
  expect(JSON.stringify(traced)).not.toContain('Ada');
});

test('notes are written beside the commits, and written over by the next', async () => {
  expect(await writeNotes(folder, traced, new Date())).toBe(1);
  expect(await writeNotes(folder, traced, new Date())).toBe(1);
  const note: unknown = JSON.parse(gitIn(folder, ['notes', '--ref=octroi', 'show', commit]));
  expect(note).toMatchObject({ octroi: 'provenance/1', shares: { lines: 8 }, exchanges: [{ verbatim: 6 }] });
  expect(gitIn(folder, ['rev-list', '--count', 'refs/notes/octroi']).trim()).toBe('2');
  expect(gitIn(folder, ['fsck', '--strict'])).toBe('');
});

test('trailers are such as git reads', async () => {
  const trailers = trailersOf(traced).join('\n');
  await writeFile(join(folder, 'message'), `shop: it opens\n\n${trailers}\n`);
  const read = gitIn(folder, ['interpret-trailers', '--parse', 'message']);
  expect(read).toContain('Assisted-by: anthropic/api claude-opus-5-5 (6 of 8 lines)');
  expect(read).toContain(`Octroi-exchange: ${traced.exchanges[0]?.exchangeId}`);
});

test('SPDX annotations name the lines', () => {
  const document = spdxDocument(traced, { what: commit, now: new Date(), version: '0' });
  expect(JSON.stringify(document)).toContain('[1,\\"verbatim\\"]');
});

test('a dossier says what of the clause is met, not met and unknown, with source and days', () => {
  const material = {
    file: 'shop.js',
    from: 1,
    to: 8,
    madeAt: new Date(),
    catalogue: openCatalogue(shippedData),
    exchanges: traced.exchanges.map((exchange) => ({ ...exchange, other: 1 })),
    shares: traced.shares,
    records: [{ id: 'one', proof: 'c2sp.org/tlog-proof@v1\n' }],
    keys: ['key'],
    keptDays: 180,
    verifier: Buffer.from('program'),
  };
  for (const language of ['en', 'fr'] as const) {
    const files = new Map(dossierFiles({ ...material, language }).map(({ name, bytes }) => [name, bytes.toString()]));
    const page = files.get('README.md') ?? '';
    expect(page).toMatch(
      language === 'en' ? /\*\*met\*\* condition of the indemnity.*paid_use/ : /\*\*rempli\*\* .*indemnity_condition/,
    );
    expect(page).toMatch(/\*\*(not met|non rempli)\*\* .*`indemnity_exclusion: combination`/);
    expect(page).toMatch(/\*\*(unknown|inconnu)\*\* .*`indemnity_exclusion: modification`/);
    expect(page.match(/https:\/\/[^,]+, \d{4}-\d\d-\d\d, \d{4}-\d\d-\d\d; /g)?.length).toBeGreaterThan(6);
    expect(page).toContain('180');
    expect(JSON.parse(files.get('dossier.json') ?? '').exchanges[0].terms.length).toBeGreaterThan(8);
  }
});
