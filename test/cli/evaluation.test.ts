import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run, start } from '../support/cli.ts';
import { estimate, evaluationFile } from '../support/evaluation-file.ts';
import { makeFolder } from '../support/folder.ts';

let folder: string;
let post: ReturnType<typeof start>;

const guessed = evaluationFile({ exchanges: estimate('20000', '60000', '90000') })
  .replace('outsideZdr: measured', `outsideZdr: ${estimate('0.01', '0.05', '0.2')}`)
  .replace('seed: 7', `seed: 7\nexchanges: ${estimate('100000', '200000', '400000')}`);

beforeAll(async () => {
  folder = await makeFolder();
  await writeFile(join(folder, 'zdr.yaml'), guessed);
  await writeFile(join(folder, 'point.yaml'), evaluationFile({ exchanges: '60000' }));
  post = start(['up', '--json'], { folder });
  await post.until('\n');
});
afterAll(async () => {
  await post.stop();
  await rm(folder, { recursive: true, force: true });
});

const evaluation = (words: readonly string[], language = 'C') =>
  run(['evaluation', ...words], { folder, environment: { LANG: language } });

const decision = [
  'decide',
  'zdr.yaml',
  '--choose=confidential=zdr_redaction',
  '--decider=G. Hopper, CISO',
  '--residual-risk=A breach while a request is answered',
  '--dpo-opinion=favourable',
  '--dpo-reasons=Nothing is kept of what is left',
  '--expires',
];
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a run tells options, tolerance, curve, costs and what moves them, the same each time, in both languages', async () => {
  const told = await evaluation(['run', 'zdr.yaml']);
  expect(told).toMatchObject({ code: 0, err: '' });
  expect(told.out).toMatch(/^zdr-2027: anthropic\/api, EUR a year\. 20000 simulated years, seed 7, engine 1\./);
  expect(told.out).toMatch(/Zero retention and redaction +[\d,.]+/);
  expect(told.out).toMatch(/As it is: more than 250,000 is lost with a chance of [\d.< ]+%; at most 5% is borne/);
  expect(told.out).toContain('incidents per million exchanges');
  expect(told.out).toContain('without batches');
  expect(told.out).toMatch(/puts no price on them: .*files/);
  expect((await evaluation(['run', 'zdr.yaml'])).out).toBe(told.out);
  const french = (await evaluation(['run', 'zdr.yaml'], 'fr_FR.UTF-8')).out;
  expect(french).toContain('Rétention zéro et expurgation');
  expect(french).toContain('sans le modèle fable-5');
  const { figures, digest } = JSON.parse((await evaluation(['run', 'zdr.yaml', '--json'])).out);
  expect(figures.options.as_is.losses.mean).toBeGreaterThan(figures.options.zdr.losses.mean);
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
});

test('a point is refused with its line and what to do, in both languages', async () => {
  const refused = await evaluation(['run', 'point.yaml']);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('point.yaml:10: classes.confidential.exchanges: a range is needed');
  expect((await evaluation(['run', 'point.yaml'], 'fr_FR.UTF-8')).err).toContain('une fourchette est nécessaire');
});

test('nothing is decided at first; a decision is recorded, shown, and stands in the ledger and the posture', async () => {
  expect(await evaluation(['show'])).toMatchObject({
    code: 3,
    err: expect.stringContaining('octroi evaluation decide'),
  });
  const done = await evaluation([...decision, inDays(300)]);
  expect(done).toMatchObject({ code: 0, err: expect.stringContaining(`decided until ${inDays(300)}`) });
  const shown = await evaluation(['show', 'zdr-2027']);
  expect(shown.code).toBe(0);
  expect(shown.out).toMatch(/zdr-2027 +anthropic\/api +decided/);
  expect(shown.out).toContain('Opinion of the data protection officer: favourable. Nothing is kept');
  expect((await evaluation(['show'], 'fr_FR.UTF-8')).out).toMatch(/zdr-2027 +anthropic\/api +décidée/);
  const exported = await run(['export', '--kind', 'zdr_decided'], { folder });
  expect(JSON.parse(exported.out)).toMatchObject({ kind: 'zdr_decided', choice: { confidential: 'zdr_redaction' } });
});

test('vendors are compared on a day, with sources, and by what the policy lets which plan see', async () => {
  const table = (await evaluation(['vendors', '--label', 'restricted', '--weight', 'zdr=3', '--weight', 'training=1']))
    .out;
  expect(table).toMatch(/anthropic\/api +\d+% +100% +blocked, .*\(with what is agreed on request\)/);
  const lines = (await evaluation(['vendors', '--csv', '--on', '2025-08-15'])).out.split('\r\n');
  expect(lines[0]).toContain('vendor,plan,audience,score,known,criterion,value');
  expect(
    lines.find((line) => line.startsWith('Anthropic,Claude Pro,') && line.includes('hist-anth-con-notrain')),
  ).toContain('2025-08-15');
  const { plans, weights } = JSON.parse((await evaluation(['vendors', '--json'])).out);
  expect(Object.keys(weights)).toEqual(['training', 'retention', 'ownership', 'indemnity', 'zdr']);
  expect(plans[0].cells).toHaveLength(15);
});

test.each([
  [['vendors', '--weight', 'weather=3'], 'evaluation_weight_invalid'],
  [['vendors', '--label', 'secret'], 'cli_option_invalid'],
  [['run', 'none.yaml'], 'cli_file_unreadable'],
  [['run'], 'cli_option_missing'],
  [['run', 'zdr.yaml', '--choose', 'confidential'], 'cli_option_invalid'],
  [['run', 'zdr.yaml', '--choose', 'confidential=hope'], 'evaluation_choice_unknown'],
  [['decide', 'zdr.yaml'], 'cli_option_missing'],
  [[...decision, inDays(0)], 'evaluation_expiry_invalid'],
  [['show', 'another'], 'evaluation_unknown'],
])('%j is refused', async (words, code) => {
  const refused = await evaluation(words);
  expect(refused.code).not.toBe(0);
  expect(refused.err).toContain(code);
});
