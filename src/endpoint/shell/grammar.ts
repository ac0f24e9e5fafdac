import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The WebAssembly of the parser and of the shell's grammar. */
export type GrammarCode = { readonly parser: Uint8Array; readonly grammar: Uint8Array };

/** Reads both from their packages. The workstation's one file has them inside instead: `scripts/build-endpoint.ts`. */
export async function readGrammarCode(): Promise<GrammarCode> {
  const require = createRequire(import.meta.url);
  const [parser, grammar] = await Promise.all([
    readFile(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
    readFile(require.resolve('tree-sitter-bash/tree-sitter-bash.wasm')),
  ]);
  return { parser, grammar };
}
