import type { VendorReply } from '../../src/demo/index.ts';

/** A vendor’s answer that calls tools. */
export function toolAnswer(
  calls: readonly { readonly name: string; readonly input: Readonly<Record<string, unknown>> }[],
  text = '',
): VendorReply {
  return {
    kind: 'answer',
    pauseMs: 0,
    answer: {
      id: 'msg_test',
      model: 'claude-opus-5-5',
      blocks: [
        ...(text === '' ? [] : [{ type: 'text', text } as const]),
        ...calls.map(({ name, input }, index) => ({ type: 'tool_use', id: `toolu_${index}`, name, input }) as const),
      ],
      usage: { input: 10, output: 5, cacheRead: 0, cacheCreation: 0 },
    },
  };
}
