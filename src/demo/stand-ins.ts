import { messageEvents, messageJson } from './wire.ts';

/** What a client asks, and what it is answered, with the body whole. */
type Asked = { readonly target: string; readonly body: string };
type Told = { readonly status: number; readonly contentType: string; readonly body: string };

const words = 'All is done.';
const stream = 'text/event-stream; charset=utf-8';

/**
 * Answers what asks a model in the wires of Anthropic, OpenAI and Google, with one sentence; undefined for all else.
 * Only what a client needs to go on is answered.
 */
export function answerAsVendor({ target, body }: Asked): Told | undefined {
  const path = target.split('?')[0] ?? '';
  if (path.endsWith('/v1/messages')) return anthropic(body);
  if (path.endsWith('/responses')) return openAi();
  if (path.includes(':streamGenerateContent')) return { status: 200, contentType: stream, body: event(google(words)) };
  // The client first asks a small model which model to ask, and takes nothing but JSON for an answer.
  if (path.includes(':generateContent')) return json(google(/[sS]chema/.test(body) ? choice : words));
  return undefined;
}

function anthropic(body: string): Told {
  const usage = { input: 10, output: 5, cacheRead: 0, cacheCreation: 0 };
  const model = /"model":"([\w.-]+)"/.exec(body)?.[1] ?? 'claude-opus-5-5';
  const answer = { id: 'msg_laboratory', model, blocks: [{ type: 'text', text: words } as const], usage };
  const isStream = /"stream":\s*true/.test(body);
  return isStream
    ? { status: 200, contentType: stream, body: messageEvents(answer).join('') }
    : { status: 200, contentType: 'application/json', body: messageJson(answer) };
}

function openAi(): Told {
  const content = [{ type: 'output_text', text: words, annotations: [] }];
  const item = { type: 'message', role: 'assistant', id: 'msg_laboratory', status: 'completed', content };
  const usage = {
    input_tokens: 10,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: 5,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: 15,
  };
  const response = { id: 'resp_laboratory', object: 'response', status: 'completed', output: [item], usage };
  const events = [
    { type: 'response.created', response: { ...response, status: 'in_progress', output: [] } },
    { type: 'response.output_item.added', output_index: 0, item: { ...item, content: [], status: 'in_progress' } },
    { type: 'response.output_text.delta', item_id: item.id, output_index: 0, content_index: 0, delta: words },
    { type: 'response.output_item.done', output_index: 0, item },
    { type: 'response.completed', response },
  ];
  return { status: 200, contentType: stream, body: events.map((one) => `event: ${one.type}\n${event(one)}`).join('') };
}

const choice = JSON.stringify({
  reasoning: words,
  model_choice: 'flash',
  complexity_reasoning: words,
  complexity_score: 1,
});

function google(text: string) {
  return {
    candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason: 'STOP', index: 0 }],
    usageMetadata: { promptTokenCount: 10, candidatesTokenCount: 5, totalTokenCount: 15 },
  };
}

function event(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

function json(data: unknown): Told {
  return { status: 200, contentType: 'application/json', body: JSON.stringify(data) };
}
