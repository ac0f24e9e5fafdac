import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'claude-code');
const sources = join(import.meta.dirname, '..', '..', 'node_modules', 'fastify', 'lib');

/** A request body to send many times; what stands at `mark` is overwritten each time, so that no two are the same. */
export type BenchBody = {
  readonly name: string;
  readonly bytes: Buffer;
  readonly mark: number;
  readonly markLength: number;
};

const marker = 'new-content-000000000000';

type Message = { role: string; content: unknown };
type Captured = { body: { messages: Message[]; tools: unknown; stream: boolean } };

/**
 * A body of about `size` bytes in the shape of the captured requests: the client's system prompt and tools where they
 * fit, then a history of Read calls and results over real source files, then a new prompt.
 */
export function benchBody(size: number, isStream: boolean, session: number): BenchBody {
  const { body } = JSON.parse(
    readFileSync(join(fixtures, 'block-1', '002-POST-_v1_messages.json'), 'utf8'),
  ) as Captured;
  const frame = size < 60_000 ? small(body) : body;
  const messages: Message[] = frame.messages.slice(0, 2);
  const closing = {
    role: 'user',
    content: [{ type: 'text', text: `${marker} and explain it`, cache_control: { type: 'ephemeral' } }],
  };
  const make = (): string =>
    JSON.stringify({
      ...frame,
      messages: [...messages, closing],
      stream: isStream,
      metadata: { user_id: JSON.stringify({ device_id: 'd', session_id: `bench-${size}-${session}` }) },
    });
  let text = make();
  for (let turn = 0; Buffer.byteLength(text) < size; turn += 1) {
    messages.push(...readTurn(turn, Math.min(8_000, size - Buffer.byteLength(text))));
    text = make();
  }
  const bytes = Buffer.from(text);
  return { name: `${size}`, bytes, mark: bytes.indexOf(marker), markLength: marker.length };
}

function small(body: Captured['body']): Captured['body'] {
  return { ...body, tools: [], messages: body.messages.slice(0, 1) };
}

const files = ['reply.js', 'route.js', 'request.js', 'hooks.js', 'errors.js', 'validation.js', 'server.js'];

function readTurn(turn: number, length: number): readonly Message[] {
  const name = files[turn % files.length] ?? 'reply.js';
  const source = readFileSync(join(sources, name), 'utf8');
  const from = (turn * 1_777) % Math.max(1, source.length - length);
  const lines = source.slice(from, from + Math.max(200, length)).split('\n');
  const numbered = lines.map((line, index) => `${index + 1}\t${line}`).join('\n');
  const id = `toolu_bench${turn}`;
  return [
    {
      role: 'assistant',
      content: [
        { type: 'tool_use', id, name: 'Read', input: { file_path: `/home/dev/projects/app/lib/${turn}-${name}` } },
      ],
    },
    { role: 'user', content: [{ tool_use_id: id, type: 'tool_result', content: numbered }] },
  ];
}
