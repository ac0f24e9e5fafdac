import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { expect, test } from 'vitest';
import { importedModules } from './architecture/imports.ts';
import { openFiles, rooms, saysNothing, worldly } from './architecture/rooms.ts';

const root = join(import.meta.dirname, '..');
const src = join(root, 'src');

type Import = { readonly file: string; readonly module: string };

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(src, join(entry.parentPath, entry.name)));
const sources = files.filter((file) => /\.(ts|tsx|mts|cts|js|mjs|cjs|jsx)$/.test(file) && !file.endsWith('.d.ts'));
const imports: readonly Import[] = sources.flatMap((file) =>
  importedModules(file, readFileSync(join(src, file), 'utf8')).map((module) => ({ file, module })),
);

/** What is wrong with one import, or undefined. */
function complaint({ file, module }: Import): string | undefined {
  const from = roomOf(file);
  if (rooms[from]?.isPure && worldly.some((name) => module === name || module.startsWith(`${name}/`)))
    return `${file} imports ${module}: ${from} does no I/O`;
  if (!module.startsWith('.')) return undefined;
  const target = posix.normalize(posix.join(dirname(file), module));
  const to = roomOf(target);
  if (openFiles.some((open) => open.file === target && open.to === from)) return undefined;
  if (target.startsWith('..')) return `${file} imports ${module}: outside src`;
  if (from === to) return undefined;
  if (!rooms[from]?.mayImport.includes(to))
    return `${file} imports ${module}: ${from} may not know ${to}, since ${rooms[from]?.because}`;
  if (target !== `${to}/index.ts`) return `${file} imports ${module}: only ${to}/index.ts is ${to}'s door`;
  return undefined;
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? '';
}

test('sees the source files and their imports', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(imports.length).toBeGreaterThan(100);
});

test('every file stands in a room of the table', () => {
  expect(files.filter((file) => rooms[roomOf(file)] === undefined)).toEqual([]);
});

test('no import goes through a wall', () => {
  expect(imports.map(complaint).filter((found) => found !== undefined)).toEqual([]);
});

test('no name says nothing', () => {
  expect(files.filter((file) => saysNothing.test(file))).toEqual([]);
});

test.each([
  ['a type import', `import type { Pool } from 'pg'; export const x = 1;`, 'base/x.ts'],
  ['a dynamic import', `export const x = () => import('../store/index.ts');`, 'gateway/x.ts'],
  ['an import type', `export type X = import('../store/index.ts').Store;`, 'gateway/x.ts'],
  ['a re-export', `export { openStore } from '../store/index.ts';`, 'gateway/x.ts'],
  ['a side door', `import { toRow } from '../ledger/row.ts'; toRow;`, 'gateway/x.ts'],
  ['another doing room', `import { a } from '../egress/index.ts'; a;`, 'gateway/x.ts'],
])('the wall stops %s', (_, source, file) => {
  const complaints = importedModules(file, source).map((module) => complaint({ file, module }));
  expect(complaints.some((found) => found !== undefined)).toBe(true);
});

test('the wall refuses an import it cannot read', () => {
  expect(() => importedModules('gateway/x.ts', 'const a = "pg"; export const x = () => import(a);')).toThrow(
    'computed',
  );
});

test('every dependency has its reason in ARCHITECTURE.md', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
