/** A content block of an answer, as the Messages API has them. */
export type AnswerBlock =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'thinking'; readonly thinking: string; readonly signature: string }
  | {
      readonly type: 'tool_use';
      readonly id: string;
      readonly name: string;
      readonly input: Readonly<Record<string, unknown>>;
    };

export type Answer = {
  readonly id: string;
  readonly model: string;
  readonly blocks: readonly AnswerBlock[];
  readonly usage: {
    readonly input: number;
    readonly output: number;
    readonly cacheRead: number;
    readonly cacheCreation: number;
  };
};

/** The answer as one JSON document, for a request without `stream`. */
export function messageJson(answer: Answer): string {
  return JSON.stringify({
    ...messageHead(answer),
    content: answer.blocks,
    stop_reason: stopReason(answer),
    stop_sequence: null,
    usage: usageOf(answer),
  });
}

/** The answer as server-sent events, in the order and with the pings that the vendor's stream has. */
export function messageEvents(answer: Answer): readonly string[] {
  const start = {
    ...messageHead(answer),
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: { ...usageOf(answer), output_tokens: 1 },
  };
  return [
    event('message_start', { message: start }),
    event('ping', {}),
    ...answer.blocks.flatMap(blockEvents),
    event('message_delta', {
      delta: { stop_reason: stopReason(answer), stop_sequence: null },
      usage: { output_tokens: answer.usage.output },
    }),
    event('message_stop', {}),
  ];
}

function event(type: string, fields: Readonly<Record<string, unknown>>): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;
}

function blockEvents(block: AnswerBlock, index: number): readonly string[] {
  return [
    event('content_block_start', { index, content_block: emptied(block) }),
    ...deltas(block).map((delta) => event('content_block_delta', { index, delta })),
    event('content_block_stop', { index }),
  ];
}

function emptied(block: AnswerBlock): Readonly<Record<string, unknown>> {
  if (block.type === 'text') return { type: 'text', text: '' };
  if (block.type === 'thinking') return { type: 'thinking', thinking: '', signature: '' };
  return { type: 'tool_use', id: block.id, name: block.name, input: {} };
}

function deltas(block: AnswerBlock): readonly Readonly<Record<string, unknown>>[] {
  if (block.type === 'text') return pieces(block.text).map((text) => ({ type: 'text_delta', text }));
  if (block.type === 'tool_use')
    return pieces(JSON.stringify(block.input)).map((text) => ({ type: 'input_json_delta', partial_json: text }));
  const thinking = pieces(block.thinking).map((text) => ({ type: 'thinking_delta', thinking: text }));
  return [...thinking, { type: 'signature_delta', signature: block.signature }];
}

const pieceLength = 24;

function pieces(text: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at += pieceLength) found.push(text.slice(at, at + pieceLength));
  return found.length > 0 ? found : [''];
}

function messageHead(answer: Answer) {
  return { id: answer.id, type: 'message', role: 'assistant', model: answer.model };
}

function stopReason(answer: Answer): string {
  return answer.blocks.some((block) => block.type === 'tool_use') ? 'tool_use' : 'end_turn';
}

function usageOf({ usage }: Answer) {
  return {
    input_tokens: usage.input,
    cache_creation_input_tokens: usage.cacheCreation,
    cache_read_input_tokens: usage.cacheRead,
    output_tokens: usage.output,
    service_tier: 'standard',
  };
}
