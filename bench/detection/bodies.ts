import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A request body as the client sends it, and the texts in it that a gateway would hand to the scanner. */
export type Body = { readonly bytes: number; readonly texts: readonly string[] };

type Message = { readonly role: string; readonly content: unknown };
type Captured = { readonly system: unknown; readonly tools: unknown; readonly messages: readonly Message[] };

/**
 * Makes bodies of about `size` bytes: a captured request of Claude Code, continued with Read results over real files.
 *
 * The files come from node_modules, numbered as the client numbers them; each body gets others.
 */
export function makeBodies(
  root: string,
  { size, count }: { readonly size: number; readonly count: number },
): readonly Body[] {
  const captured = readCaptured(root) ?? { system: [], tools: [], messages: [] };
  const files = sourceFiles(join(root, 'node_modules'));
  let next = 0;
  return Array.from({ length: count }, () => {
    const messages: Message[] = [...captured.messages];
    let bytes = JSON.stringify({ ...captured, messages }).length;
    for (; bytes < size && next < files.length; next += 1) {
      const message = readResult(files[next] ?? '', size - bytes);
      messages.push(message);
      bytes += JSON.stringify(message).length;
    }
    const body = JSON.stringify({ ...captured, messages });
    return { bytes: Buffer.byteLength(body), texts: textsOf(JSON.parse(body)) };
  });
}

// The captured request lies beside the repository; without it, bodies are file contents alone.
const fixture = '../shared/fixtures/claude-code/bash-grep/004-POST-_v1_messages.json';

/** A captured request of Claude Code; undefined where the folder of fixtures is missing. */
export function readCaptured(root: string): Captured | undefined {
  try {
    const read = JSON.parse(readFileSync(join(root, fixture), 'utf8')) as {
      readonly body?: Captured;
    } & Captured;
    return read.body ?? read;
  } catch {
    return undefined; // The caller says so, and goes on with file contents.
  }
}

function sourceFiles(folder: string): readonly string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const wanted = all.filter((name) => /\.(?:ts|js|mjs|cjs|json|md|tsx|css)$/.test(name) && !/\.min\.|lock/.test(name));
  // Every 23rd, so that bodies mix packages and the same list comes out on every run.
  return wanted
    .filter((_, index) => index % 23 === 0)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size > 500 && statSync(path).size < 200_000);
}

function readResult(path: string, room: number): Message {
  const lines = readFileSync(path, 'utf8').slice(0, room).split('\n');
  const numbered = lines.map((line, index) => `${String(index + 1).padStart(6)}\t${line}`).join('\n');
  return { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_bench', content: numbered }] };
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length >= 8 ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
