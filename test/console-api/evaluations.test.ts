import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvaluationsView, RunView } from '../../src/console-api/evaluation-contract.ts';
import { type ConsoleServer, startConsoleServer } from '../support/console-server.ts';
import { estimate, evaluationFile } from '../support/evaluation-file.ts';
import { addAccount } from '../support/person-sign-in.ts';

// Nothing was sent here: every volume is estimated.
const text = evaluationFile({ exchanges: estimate('20000', '60000', '90000') })
  .replace('outsideZdr: measured', `outsideZdr: ${estimate('0.01', '0.05', '0.2')}`)
  .replace('seed: 7', `seed: 7\nexchanges: ${estimate('100000', '200000', '400000')}`);
// Of this plan the catalogue says that there is no zero retention, so that it excludes nothing from it either.
const withoutZdr = text
  .replace('anthropic/api', 'anthropic/team')
  .replace(/ {4}lostFeatures:\n.*\n {4}lostModels:\n.*\n/, '');
const form = {
  text,
  choice: { confidential: 'zdr' },
  residualRisk: 'A breach while a request is answered.',
  dpoOpinion: 'favourable',
  dpoReasons: 'Nothing is kept of what is left.',
  decider: 'G. Hopper, CISO',
  expiresOn: '2027-06-30',
};

let server: ConsoleServer;

beforeAll(async () => {
  server = await startConsoleServer(() => new Date('2026-11-27T08:00:00Z'));
  await addAccount(server, 'Dana', 'octroi-dpo');
  await addAccount(server, 'Aude', 'octroi-auditor');
});
afterAll(() => server.close());

const parsed = (body: string): unknown => JSON.parse(body);

test('whoever reads may evaluate, which records nothing; faults come with their places', async () => {
  const auditor = await server.as('Aude');
  const run = parsed((await auditor.post('/api/evaluations/run', { text })).body) as RunView;
  expect(run).toMatchObject({ kind: 'evaluated', evaluation: 'zdr-2027', plan: 'anthropic/api', currency: 'EUR' });
  const faulty = parsed(
    (await auditor.post('/api/evaluations/run', { text: evaluationFile({ exchanges: '5' }) })).body,
  );
  expect(faulty).toMatchObject({ kind: 'faults', faults: [{ line: 10, code: 'range_missing' }] });
  expect((await server.records()).filter(({ kind }) => kind === 'zdr_decided')).toEqual([]);
});

test('deciding takes the right of retention; the record says who, and the page has it', async () => {
  const auditor = await server.as('Aude');
  expect(await auditor.post('/api/evaluations/decide', form)).toMatchObject({ status: 403 });
  const dpo = await server.as('Dana');
  const { status, body } = await dpo.post('/api/evaluations/decide', form);
  expect([status, parsed(body)]).toMatchObject([200, { inputsDigest: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  const record = (await server.records()).find(({ kind }) => kind === 'zdr_decided');
  expect(record).toMatchObject({ actor: { personId: expect.any(String) }, choice: { confidential: 'zdr' } });
  const { standings, undecided } = parsed((await auditor.get('/api/evaluations')).body) as EvaluationsView;
  expect(undecided).toEqual([]);
  expect(standings).toMatchObject([{ state: 'decided', evaluation: 'zdr-2027', choice: { confidential: 'zdr' } }]);
  expect(standings[0]?.figures.chosen?.losses.mean).toBe(standings[0]?.figures.options.zdr.losses.mean);
});

test.each([
  [{ choice: {} }, 'evaluation_choice_missing'],
  [{ choice: { confidential: 'hope' } }, 'evaluation_choice_unknown'],
  [{ dpoReasons: 'ok' }, 'evaluation_words_invalid'],
  [{ expiresOn: '2028-01-01' }, 'evaluation_expiry_invalid'],
  [{ text: 'plan: [' }, 'evaluation_input_invalid'],
  [{ text: withoutZdr }, 'evaluation_zdr_not_offered'],
  [{ text: 'x'.repeat(60_001) }, 'console_input_invalid'],
])('what is wrong is refused and said (%#)', async (changes, code) => {
  const { status, body } = await server.post('/api/evaluations/decide', { ...form, ...changes });
  expect([status, (parsed(body) as { code: string }).code]).toEqual([422, code]);
});

test('plans can be had as a table, weighted, with their sources; a weight that is none is refused', async () => {
  const { status, body } = await server.get(
    '/api/comparison.csv?on=2026-11-23&weight=zdr%3D3&weight=training%3D1&language=fr',
  );
  expect(status).toBe(200);
  expect(body).toContain('anth-zdr-api');
  expect(body.split('\r\n')[1]?.split(',')).toContain('2026-11-23');
  expect(await server.get('/api/comparison.csv?weight=weather%3D1')).toMatchObject({ status: 422 });
});

test('with a plan that has no zero retention, it is said so; a block can be decided on, and nothing that needs it', async () => {
  const run = parsed((await server.post('/api/evaluations/run', { text: withoutZdr })).body);
  expect(run).toMatchObject({ kind: 'evaluated', isZdrOffered: false });
  const named = withoutZdr.replace('zdr-2027', 'team-2027');
  const { status } = await server.post('/api/evaluations/decide', {
    ...form,
    text: named,
    choice: { confidential: 'block' },
  });
  expect(status).toBe(200);
});
