import { type Passage, passagesOfCall, passagesOfText } from './passages.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What stands in an answer: a message as a document, or the events that make one up. */
export function passagesOfAnswer(body: string, isStream: boolean): readonly Passage[] {
  const blocks = isStream ? blocksOfEvents(body) : blocksOfDocument(body);
  return blocks.flatMap((block) =>
    block['type'] === 'text'
      ? passagesOfText(word(block['text']))
      : passagesOfCall(word(block['name']), block['input']),
  );
}

function blocksOfDocument(body: string): readonly Fields[] {
  const content = parse(body)['content'];
  return Array.isArray(content) ? content.map(fields) : [];
}

type Growing = { readonly start: Fields; text: string; json: string };

// platform.claude.com/docs/en/build-with-claude/streaming, read 2026-11-23. A block without its end was cut short, and
// so was the text in it: what has come of a text counts, half an input does not parse and counts for nothing.
function blocksOfEvents(body: string): readonly Fields[] {
  const growing = new Map<unknown, Growing>();
  for (const line of body.split('\n')) {
    if (!line.startsWith('data:') || !line.includes('"content_block')) continue;
    const event = parse(line.slice(5));
    if (event['type'] === 'content_block_start')
      growing.set(event['index'], { start: fields(event['content_block']), text: '', json: '' });
    const block = growing.get(event['index']);
    if (event['type'] !== 'content_block_delta' || !block) continue;
    const delta = fields(event['delta']);
    block.text += word(delta['text']);
    block.json += word(delta['partial_json']);
  }
  return [...growing.values()].map(({ start, text, json }) => ({
    ...start,
    text: word(start['text']) + text,
    ...(json === '' ? {} : { input: parse(json) }),
  }));
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function parse(json: string): Fields {
  try {
    return fields(JSON.parse(json));
  } catch {
    return {}; // The answer has gone to the client as it is; what it wrote stays unknown.
  }
}
