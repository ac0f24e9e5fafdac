import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Runs git in a folder with no settings but its own. */
export function gitIn(folder: string, args: readonly string[], at = '2026-11-20T10:00:00Z'): string {
  return execFileSync('git', [...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'ada@example.org',
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@example.org',
      GIT_AUTHOR_DATE: at,
      GIT_COMMITTER_DATE: at,
    },
  });
}

export function commitFile(folder: string, path: string, text: string, at?: string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  gitIn(folder, ['add', '-A'], at);
  gitIn(folder, ['commit', '-qm', path], at);
  return gitIn(folder, ['rev-parse', 'HEAD']).trim();
}

const verbs = ['read', 'sum', 'merge', 'check', 'price', 'ship', 'refund', 'count', 'sort', 'post'];
const nouns = ['basket', 'invoice', 'parcel', 'voucher', 'customer', 'ledger', 'tariff', 'stock'];

/** A function of some lines that no other seed gives, as somebody writes it. */
export function functionOf(seed: number): string {
  const pick = (words: readonly string[], by: number): string => words[(seed * 7 + by) % words.length] ?? '';
  const name = `${pick(verbs, 1)}${pick(nouns, seed % 5)}${seed}`;
  return [
    `export function ${name}(${pick(nouns, 2)}, limit = ${seed * 13}) {`,
    `  const chosen = ${pick(nouns, 2)}.filter((each) => each.weight > ${seed + 3});`,
    `  if (chosen.length === 0) {`,
    `    throw new Error('${name}: nothing to ${pick(verbs, 4)}');`,
    `  }`,
    `  return chosen.slice(0, limit).map(({ ${pick(nouns, 5)}${seed} }) => ${pick(verbs, 6)}(${pick(nouns, 5)}${seed}, ${seed}));`,
    `}`,
    '',
  ].join('\n');
}

/** What a person writes in the same project: other code, with the lines everybody writes. */
export function personsFunctionOf(seed: number): string {
  const pick = (words: readonly string[], by: number): string => words[(seed * 5 + by) % words.length] ?? '';
  return [
    `function ${pick(nouns, 3)}Of${seed}(request, chosen) {`,
    `  if (chosen.length === 0) {`,
    `    return undefined;`,
    `  }`,
    `  let ${pick(verbs, 2)}${seed} = request.query.${pick(nouns, 1)} ?? "${pick(verbs, 8)}";`,
    `  for (const entry of request.${pick(nouns, 6)}s) ${pick(verbs, 2)}${seed} += entry.${pick(nouns, 4)}.length * ${seed};`,
    `  return { ok: true, ${pick(verbs, 2)}: ${pick(verbs, 2)}${seed} };`,
    `}`,
    '',
  ].join('\n');
}
