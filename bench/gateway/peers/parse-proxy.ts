// A proxy that parses the body as JSON, looks at the model, and forwards the original bytes.
import { startProxy } from './proxy.ts';

startProxy((body) => {
  const { model } = JSON.parse(body.toString()) as { model?: unknown };
  if (typeof model !== 'string') throw new Error('no model');
  return body;
});
