import { createHash } from 'node:crypto';
import type { ClientHello } from '../client-hello.ts';

/** Which program speaks, as far as its hello tells: what it offers, and not what it asks for. Twelve hexadecimal digits. */
export function clientProgram({ shape }: Pick<ClientHello, 'shape'>): string {
  return createHash('sha256').update(shape).digest('hex').slice(0, 12);
}
