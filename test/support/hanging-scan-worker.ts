// A scanning thread that hangs on one text and breaks on another, as no built-in rule does.
import { parentPort } from 'node:worker_threads';

parentPort?.postMessage({ kind: 'ready', rulesetVersion: 'test' });
parentPort?.on('message', ({ texts }: { texts: readonly { readonly text: string }[] }) => {
  for (const { text } of texts) {
    if (text === 'hang') for (;;);
    if (text === 'break') throw new Error('broken');
  }
  parentPort?.postMessage(texts.map(() => ({ findings: [] })));
});
