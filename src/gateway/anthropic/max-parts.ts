import { gatewayError } from '../errors.ts';

/**
 * The most parts of one body, and the most messages, blocks of one message and members of one object. Each part costs
 * half a kilobyte here and in the ledger: without a limit 10 MB of `[0,0,…]` took all memory (measured). A conversation
 * that fills the vendor's 32 MB has some ten thousand.
 */
export const maxParts = 25_000;

/** The most strings and numbers that are told apart in one body. */
export const maxLeaves = 500_000;

export function tooManyParts(limit = maxParts) {
  return gatewayError('gateway_body_too_many_parts', { limit });
}
