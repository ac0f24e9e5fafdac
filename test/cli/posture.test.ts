import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { run, start } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';
import { contractCredential } from '../support/gateway.ts';

// A scene starts several processes, each of which loads all of octroi: more than the usual time on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

let folder: string;
let archive: string;

beforeAll(async () => {
  folder = await makeFolder();
  archive = join(folder, 'genai-eu-versions');
  await mkdir(join(archive, 'Claude.ai'), { recursive: true });
  git('init', '--quiet', '--initial-branch', 'versions');
  await record('First record of', 'Anthropic may not train models on Customer Content from Services.');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function git(...args: readonly string[]): void {
  const who = ['-c', 'user.name=Bot', '-c', 'user.email=bot@archive.example'];
  execFileSync('git', [...who, ...args], { cwd: archive, stdio: 'ignore' });
}

async function record(subject: string, sentence: string): Promise<void> {
  const text = `# Terms\n\n${'Words that stay as they are. '.repeat(30)}\n\nOf models: ${sentence}\n`;
  await writeFile(join(archive, 'Claude.ai', 'Commercial Terms.md'), text);
  git('add', '-A');
  git('commit', '-m', `${subject} Claude.ai Commercial Terms`);
}

const environment = () => ({ OCTROI_CATALOGUE_ARCHIVES: archive });

/** Lets a post start, compare the catalogue with the archive, and end. */
async function runPost(until: (posture: string) => boolean): Promise<string> {
  const up = start(['up'], { folder, environment: environment() });
  await up.until('Console');
  await vi.waitFor(async () => expect(until((await run(['posture', '--json'], { folder })).out)).toBe(true), {
    timeout: 120_000,
    interval: 500,
  });
  return (await up.stop()).err;
}

test('a stale fact is an alarm of the posture, with its paragraphs and what rests on it', async () => {
  await writeFile(join(folder, 'octroi.yaml'), '{}');
  await mkdir(join(folder, 'policy'));
  await writeFile(
    join(folder, 'policy', 'octroi.yaml'),
    'contracts: {anthropic: {plan: anthropic/api, organization: org-2, reviewOn: 2099-01-01}}\n',
  );
  const added = await run(['contract', 'add', '--organization', 'org-1'], { folder, input: contractCredential });
  expect(added.code).toBe(0);
  const told = await runPost((posture) => posture.includes('watch_fresh'));
  expect(told).toContain('"kind":"contract_fault","contract":"anthropic","code":"organization_differs"');
  await record('Record new changes of', 'Anthropic may train models on Customer Content from Services.');
  await runPost((posture) => posture.includes('fact_stale'));

  const shown = await run(['posture'], { folder });
  expect(shown.code).toBe(1);
  expect(shown.out).toContain('ALARM: anth-com-training: its passage is gone from the terms.');
  expect(shown.out).toMatch(/before\s+Of models: Anthropic may not train.*\n.*after\s+Of models: Anthropic may train/);
  expect(shown.out).toMatch(/what rests on it: .*plan-trains anthropic\/api.*commercial-no-training/);
  expect(shown.out).toMatch(/Every contract was looked at by its day\s+met\s+2099-01-01/);
  expect(shown.out).toContain('anthropic: octroi.yaml says organisation org-2, the post expects org-1 to answer.');

  const french = await run(['posture'], { folder, environment: { LANG: 'fr_FR.UTF-8' } });
  expect(french.out).toContain('ALERTE : anth-com-training : son passage a disparu des conditions.');
  const { alarms, controls } = JSON.parse((await run(['posture', '--json'], { folder })).out);
  expect(alarms).toMatchObject([{ fact: 'anth-com-training', lost: [{ terms: 'Commercial Terms' }] }]);
  expect(controls).toHaveLength(15);
});

test('what is only unknown ends with 3, and unknown is never counted as met', async () => {
  const bare = join(folder, 'bare');
  await mkdir(bare);
  const { code, out } = await run(['posture', '--json'], { folder: bare });
  expect(code).toBe(3);
  const states = JSON.parse(out).controls.map(({ state }: { state: string }) => state);
  expect(states.filter((state: string) => state === 'met')).toHaveLength(1);
  expect((await run(['posture', '--help'], { folder: bare })).out).toContain('Exit codes: 0 every control is met');
});
