import { createHmac, randomBytes } from 'node:crypto';
import { fingerprintKeyOf } from '../../src/base/index.ts';
import { readBody } from '../../src/gateway/anthropic/read-body.ts';
import { declareParts } from '../../src/gateway/declare.ts';
import type { DeclaredPart } from '../../src/ledger/index.ts';

const secret = randomBytes(32);
export const fingerprintKey = fingerprintKeyOf(secret);

/** The declaration of a body, as the gateway makes it. */
export function declare(body: Buffer, sent = new Set<string>()): readonly DeclaredPart[] {
  const { pieces } = readBody(body, fingerprintKey);
  return declareParts(body, pieces, { fingerprintKey, sent }).parts;
}

/** A body with these messages. */
export function request(...messages: readonly unknown[]): Buffer {
  return Buffer.from(JSON.stringify({ model: 'm', messages }));
}

export const user = (content: unknown) => ({ role: 'user', content });
export const call = (name: string, input: unknown) => ({
  role: 'assistant',
  content: [{ type: 'tool_use', id: `toolu_${name}`, name, input }],
});
export const result = (name: string, content: unknown, more = {}) =>
  user([{ type: 'tool_result', tool_use_id: `toolu_${name}`, content, ...more }]);

/** The keyed fingerprint of a text, worked out apart from the code under test. */
export const fingerprint = (content: string | Buffer) =>
  createHmac('sha256', secret).update(content).digest().subarray(0, 16).toString('base64url');
