import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { allDetectors } from '../../src/detection/index.ts';

export type Peer = {
  readonly name: string;
  readonly scan: (text: string) => Promise<number>;
  readonly isSlow: boolean;
};
export type Peers = { readonly peers: readonly Peer[]; readonly remarks: readonly string[] };

// No dependencies of octroi: they are put beside it, for this comparison alone.
const packages = {
  '@secretlint/core': '13.1.0',
  '@secretlint/secretlint-rule-preset-recommend': '13.1.0',
  re2: '1.27.1',
};
const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'octroi-bench-detection');

/** The scanners to compare with; what cannot be installed is named in the remarks. */
export async function findPeers(): Promise<Peers> {
  const remarks: string[] = [];
  const peers: Peer[] = [];
  for (const [name, make] of [
    ['secretlint', secretlint],
    ['re2', re2],
  ] as const)
    try {
      install(name);
      peers.push(await make());
    } catch (fault) {
      remarks.push(
        `${name} is not compared: ${fault instanceof Error ? fault.message.split('\n')[0] : 'it does not load'}`,
      );
    }
  return { peers, remarks };
}

function install(name: string): void {
  const wanted = Object.entries(packages).filter(([each]) => each.includes(name));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const specs = wanted.map(([each, version]) => `${each}@${version}`);
  // re2 brings no binary for this way of installing: it is compiled, with the headers that our own Node's package holds.
  const headers = join(dirname(dirname(process.execPath)), 'include', 'node');
  const env = { ...process.env, ...(existsSync(headers) ? { npm_config_nodedir: dirname(dirname(headers)) } : {}) };
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', ...specs], {
    cwd: folder,
    stdio: 'pipe',
    timeout: 300_000,
    env,
  });
}

async function load(name: string): Promise<Record<string, unknown>> {
  const path = createRequire(join(folder, 'x.js')).resolve(name);
  return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
}

async function secretlint(): Promise<Peer> {
  const core = await load('@secretlint/core');
  const preset = await load('@secretlint/secretlint-rule-preset-recommend');
  const lint = core.lintSource as (input: unknown) => Promise<{ readonly messages: readonly unknown[] }>;
  const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: preset.creator, options: {} }] };
  return {
    name: `secretlint ${packages['@secretlint/core']}, recommended preset`,
    isSlow: true,
    scan: async (text) => {
      const source = { content: text, filePath: '/a.txt', ext: '.txt', contentType: 'text' };
      return (await lint({ source, options: { config, noPhysicFilePath: true } })).messages.length;
    },
  };
}

// re2 reads bytes; a string would be turned into bytes anew for each match.
type BufferPattern = { lastIndex: number; exec(bytes: Buffer): { readonly index: number } | null };

function count(pattern: BufferPattern, bytes: Buffer): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.exec(bytes)) found += 1;
  return found;
}

// The keywords of our own detectors in one pattern: what re2 takes for the first of our two steps alone.
async function re2(): Promise<Peer> {
  const module = await load('re2');
  const RE2 = module.default as new (pattern: string, flags: string) => BufferPattern;
  const keywords = [...new Set(allDetectors.flatMap((detector) => ('keywords' in detector ? detector.keywords : [])))];
  const escaped = keywords.map((keyword) => keyword.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll('0', '[0-9]'));
  const pattern = new RE2(escaped.join('|'), 'gi');
  return {
    name: `re2 ${packages.re2}, the ${keywords.length} keywords alone`,
    isSlow: true,
    scan: (text) => Promise.resolve(count(pattern, Buffer.from(text))),
  };
}
