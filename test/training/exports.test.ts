import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { courseFiles, type ListedAttestation, sendStatements, statementOf } from '../../src/training/index.ts';
import { reportScript } from '../../src/training/export/report-script.ts';
import { catalogue } from '../support/training.ts';

const home = 'https://octroi.example';
const place = { catalogue, on: new Date('2026-11-27T08:00:00Z'), home };
const attestation: ListedAttestation = {
  id: '01a21c10-ba86-7377-9627-c111988faf0e',
  personId: '01a21c10-ba86-7377-9627-c111988faf0f',
  pseudonym: 'abies-0412',
  module: 'commercial-or-consumer',
  version: '5669652d36028375',
  validUntil: '2027-11-27',
  document: null,
  recordedAt: '2026-11-27T08:00:00.000Z',
};

type Seen = { readonly method: string; readonly url: string; readonly headers: object; readonly body: unknown };

// A record store that speaks the wire: it refuses what xAPI 1.0.3 refuses of us, and keeps each id once.
const seen: Seen[] = [];
const kept = new Map<string, unknown>();
const credential = ['key', 'secret'].join(':');
const lrs = createServer(async (request, response) => {
  const url = new URL(request.url ?? '', 'http://lrs');
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
  if (url.pathname === '/fetch') return void response.end(JSON.stringify({ 'auth-token': 'token' }));
  if (url.pathname === '/moved/statements') return void response.writeHead(307, { location: '/xapi/statements' }).end();
  if (request.headers['x-experience-api-version'] !== '1.0.3') return void response.writeHead(400).end();
  const basic = [`Basic ${Buffer.from(credential).toString('base64')}`, 'Basic token'];
  if (!basic.includes(request.headers.authorization ?? '')) return void response.writeHead(401).end();
  if (url.pathname === '/xapi/activities/state')
    return void response.end(
      JSON.stringify({ contextTemplate: { extensions: { session: 'one' } }, returnURL: '/back' }),
    );
  const statements = [body].flat() as { id: string }[];
  for (const statement of statements) kept.set(statement.id, statement);
  response.end(JSON.stringify(statements.map(({ id }) => id)));
});
let base: string;

beforeAll(async () => {
  lrs.listen(0, '127.0.0.1');
  await once(lrs, 'listening');
  base = `http://127.0.0.1:${(lrs.address() as AddressInfo).port}`;
});
afterAll(() => lrs.close());

test('a statement names the person by pseudonym alone, and the module in both languages', () => {
  const statement = statementOf(attestation, home);
  expect(statement).toMatchObject({
    id: attestation.id,
    timestamp: attestation.recordedAt,
    actor: { account: { homePage: home, name: 'abies-0412' } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/passed' },
    object: { id: `${home}/trainings/commercial-or-consumer` },
    result: { completion: true, success: true },
  });
  expect(JSON.stringify(statement)).not.toContain(attestation.personId);
  const elsewhere = statementOf({ ...attestation, module: 'ai-basics', version: null }, home);
  expect(elsewhere.verb.id).toContain('completed');
  expect(elsewhere.result).toEqual({ completion: true });
});

test('statements reach a record store, fifty at a time; sent twice they are there once', async () => {
  const many = Array.from({ length: 120 }, (_, index) => ({
    ...statementOf(attestation, home),
    id: `01a21c10-ba86-7377-9627-${String(index).padStart(12, '0')}`,
  }));
  await sendStatements({ url: `${base}/xapi/`, credential }, many);
  await sendStatements({ url: `${base}/xapi`, credential }, many);
  expect(kept.size).toBe(120);
  const posts = seen.filter(({ url }) => url === '/xapi/statements').map(({ body }) => (body as object[]).length);
  expect(posts).toEqual([50, 50, 20, 50, 50, 20]);
});

test('a store that refuses, moves or is not there is told by what it answered, without the credential', async () => {
  const statements = [statementOf(attestation, home)];
  const answer = async (url: string, key = credential) =>
    sendStatements({ url, credential: key }, statements).catch((fault: unknown) => fault);
  expect(await answer(`${base}/xapi`, 'wrong')).toMatchObject({
    code: 'training_store_refused',
    args: { answer: 401 },
  });
  expect(await answer(`${base}/moved`)).toMatchObject({ code: 'training_store_refused' });
  expect(await answer('http://127.0.0.1:1/xapi')).toMatchObject({ code: 'training_store_refused' });
});

test.each(['http://lrs.example/xapi', 'ftp://lrs.example', 'lrs.example', 'https://key:secret@lrs.example/xapi'])(
  'the address %s of a store is refused',
  async (url) => {
    const sent = sendStatements({ url, credential }, [statementOf(attestation, home)]);
    await expect(sent).rejects.toMatchObject({ code: 'training_store_address_invalid' });
  },
);

test('the course holds to the cmi5 schema', async () => {
  const schema = join(import.meta.dirname, '..', '..', '..', 'shared', 'schemas', 'cmi5-CourseStructure.xsd');
  const contents = courseFiles(place).find(({ name }) => name === 'cmi5.xml')?.text ?? '';
  if (!existsSync(schema)) {
    process.stderr.write(`NOT VALIDATED: the cmi5 schema is not at ${schema}\n`);
    return;
  }
  const validated = async (text: string) =>
    validateXML({ xml: [{ fileName: 'cmi5.xml', contents: text }], schema: [readFileSync(schema, 'utf8')] });
  expect(await validated(contents)).toMatchObject({ valid: true, errors: [] });
  // That the validator looks at all.
  expect(await validated(contents.replace('moveOn="Completed"', 'moveOn="Done"'))).toMatchObject({ valid: false });
});

test('the course has every file it names, the reading with its sources, and neither questions nor numbers of the tenant', () => {
  const files = courseFiles(place);
  const names = new Set(files.map(({ name }) => name));
  const [structure] = files;
  const urls = [...(structure?.text ?? '').matchAll(/<url>(.*?)<\/url>/g)].map(([, url]) => url);
  expect(urls.length).toBe(4);
  expect(urls.filter((url) => !names.has(url ?? ''))).toEqual([]);
  const all = files.map(({ text }) => text).join('\n');
  expect(all).toContain('up to 30 days');
  expect(all).toContain('30 jours');
  expect(all).not.toContain('Which family');
  expect(all).not.toContain('which family is it');
  expect(all).not.toContain('what-was-refused-here');
});

test('a page of the course tells the LMS that it was begun, read and left, in the context the LMS gave', async () => {
  const [state, button] = [
    { textContent: '' },
    { hidden: false, disabled: false, addEventListener: (_: string, act: () => Promise<void>) => (press = act) },
  ];
  let press: () => Promise<void> = async () => {};
  const left: string[] = [];
  const asked = new URLSearchParams({
    endpoint: `${base}/xapi/`,
    fetch: `${base}/fetch`,
    actor: JSON.stringify({ account: { homePage: 'https://lms', name: '1' } }),
    registration: 'r',
    activityId: 'a',
  });
  const began = seen.length;
  await runInNewContext(reportScript, {
    location: { search: `?${asked}`, assign: (url: string) => left.push(url) },
    document: { getElementById: (id: string) => (id === 'done' ? button : state) },
    fetch,
    URLSearchParams,
    crypto,
    structuredClone,
    Date,
    JSON,
  });
  await press();
  const reported = seen.slice(began).filter(({ method }) => method === 'PUT');
  expect(reported.map(({ body }) => (body as { verb: { id: string } }).verb.id.split('/').at(-1))).toEqual([
    'initialized',
    'completed',
    'terminated',
  ]);
  for (const { body } of reported)
    expect(body).toMatchObject({
      context: {
        registration: 'r',
        extensions: { session: 'one' },
        contextActivities: { category: expect.anything() },
      },
    });
  expect(left).toEqual(['/back']);
});
