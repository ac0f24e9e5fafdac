import type { VendorReply } from '../../src/demo/index.ts';

/** A vendor's answer with one text. */
export function textAnswer(text: string, pauseMs = 0): VendorReply {
  return {
    kind: 'answer',
    pauseMs,
    answer: {
      id: 'msg_test',
      model: 'claude-opus-5-5',
      blocks: [{ type: 'text', text }],
      usage: { input: 10, output: 5, cacheRead: 7, cacheCreation: 3 },
    },
  };
}
