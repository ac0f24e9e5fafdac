// Builds the workstation's program: one file for bare Node 22 and later, and an executable for this platform.
// `npm run build:endpoint` → dist/endpoint/octroi-endpoint.cjs, dist/endpoint/octroi-endpoint
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Plugin } from 'vite';
import { makeExecutable } from './make-executable.ts';

const root = join(import.meta.dirname, '..');
const source = join(root, 'src');

/** Bundles it into a folder, as `octroi-endpoint.cjs`. */
export async function buildEndpoint(folder: string): Promise<string> {
  const main = await bundle('cli/workstation/main.ts', { 'endpoint/shell/grammar.ts': await grammarModule() });
  const text = await bundle('cli/workstation/entry.ts', { 'cli/workstation/packed.ts': packedModule(main) });
  const file = join(folder, 'octroi-endpoint.cjs');
  await writeFile(file, `#!/usr/bin/env node\n${text}`, { mode: 0o755 });
  return file;
}

/** The text of one room's entry with all it needs but Node, some of its modules replaced. */
async function bundle(entry: string, replaced: Readonly<Record<string, string>>): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    root,
    ssr: { noExternal: true },
    plugins: [replacing(replaced)],
    build: {
      ssr: join(source, entry),
      write: false,
      target: 'node22',
      minify: true,
      // The parser's runtime holds an eval that runs only for code that is linked in, of which there is none.
      rolldownOptions: {
        checks: { eval: false },
        output: { format: 'cjs', codeSplitting: false, dynamicImportInCjs: false },
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunks = output && 'output' in output ? output.output : [];
  const [chunk] = chunks;
  if (chunks.length !== 1 || chunk?.type !== 'chunk')
    throw new Error(`${entry}: ${chunks.length} files instead of one`);
  return asAscii(chunk.code);
}

// Node reads a file of ASCII several times faster, and keeps it in half the room. Only texts hold other letters.
function asAscii(code: string): string {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function replacing(replaced: Readonly<Record<string, string>>): Plugin {
  const texts = new Map(Object.entries(replaced).map(([file, text]) => [join(source, file), text]));
  return {
    name: 'replacing',
    enforce: 'pre',
    resolveId: (id, from) => (id === 'node:zlib' && from?.startsWith(source) ? lateZlib : undefined),
    load: (id) => (id === lateZlib ? lateZlibText : texts.get(id.split('?')[0] ?? id)),
  };
}

// Two detectors need a checksum of it, and few texts need them: a hook does not load it at each start (2 ms).
const lateZlib = '\0late-zlib';
const lateZlibText = `export const crc32 = (text) => process.getBuiltinModule('node:zlib').crc32(text);`;

function packed(bytes: Uint8Array): string {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } };
  return brotliCompressSync(bytes, options).toString('base64');
}

async function grammarModule(): Promise<string> {
  const require = createRequire(import.meta.url);
  const wasm = async (name: string): Promise<string> =>
    `brotliDecompressSync(Buffer.from('${packed(await readFile(require.resolve(name)))}', 'base64'))`;
  return [
    `const { brotliDecompressSync } = process.getBuiltinModule('node:zlib');`,
    `export async function readGrammarCode() {`,
    `  return { parser: ${await wasm('web-tree-sitter/web-tree-sitter.wasm')},`,
    `    grammar: ${await wasm('tree-sitter-bash/tree-sitter-bash.wasm')} };`,
    `}`,
  ].join('\n');
}

// Run as a script of its own: an executable made by Node can load nothing but what is inside it.
function packedModule(main: string): string {
  return [
    `export async function unpacked() {`,
    `  const [{ brotliDecompressSync }, { Script }, { createRequire }] =`,
    `    ['node:zlib', 'node:vm', 'node:module'].map((name) => process.getBuiltinModule(name));`,
    `  const code = brotliDecompressSync(Buffer.from('${packed(Buffer.from(main))}', 'base64')).toString();`,
    `  const text = '(function(exports,require,module,__filename){' + code + '\\n})';`,
    `  const module = { exports: {} };`,
    `  const name = process.execPath;`,
    `  new Script(text, { filename: 'octroi-endpoint' }).runInThisContext()(module.exports, createRequire(name), module, name);`,
    `  return module.exports;`,
    `}`,
  ].join('\n');
}

if (import.meta.main) {
  const folder = join(root, 'dist', 'endpoint');
  const { mkdir } = await import('node:fs/promises');
  await mkdir(folder, { recursive: true });
  const file = await buildEndpoint(folder);
  await makeExecutable(file, join(folder, 'octroi-endpoint'));
}
