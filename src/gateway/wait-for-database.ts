import { setTimeout as delay } from 'node:timers/promises';
import { OctroiError } from '../base/index.ts';
import { gatewayError } from './errors.ts';

const retryPauseMs = 200;

/**
 * Asks the database, and asks again while it is away, for at most `waitMs`.
 * @throws gateway_directory_unavailable when it stays away.
 */
export async function waitForDatabase<T>(waitMs: number, ask: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + waitMs;
  for (;;) {
    try {
      return await ask();
    } catch (fault) {
      if (fault instanceof OctroiError) throw fault;
      if (performance.now() + retryPauseMs > giveUpAt) throw gatewayError('gateway_directory_unavailable', {}, fault);
      await delay(retryPauseMs);
    }
  }
}
