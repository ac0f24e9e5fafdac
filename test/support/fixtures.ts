import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'claude-code');

/** The body of a captured request, as its client would send it. */
export function fixtureBody(name: string): Buffer {
  const { body } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as { body: unknown };
  return Buffer.from(JSON.stringify(body));
}
