import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CapturedRequest, makeRedactionScenario, type Scenario } from '../demo/index.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'claude-code');

/**
 * The captured sessions that ship with octroi, requests of Claude Code 2.1.330 with its own prose replaced by filler; and
 * one that is made of them, with values for inspection to find.
 */
export async function readScenarios(): Promise<readonly Scenario[]> {
  const names = (await readdir(fixtures)).toSorted();
  const captured = await Promise.all(names.map(readScenario));
  return [...captured, ...captured.filter(({ name }) => name === 'edit-write').map(makeRedactionScenario)];
}

async function readScenario(name: string): Promise<Scenario> {
  const files = (await readdir(join(fixtures, name))).toSorted();
  const texts = await Promise.all(files.map((file) => readFile(join(fixtures, name, file), 'utf8')));
  return { name, requests: texts.map((text) => JSON.parse(text) as CapturedRequest) };
}
