import { expect, test, vi } from 'vitest';
import { openCatalogue, shippedData, type WatchReport } from '../../src/catalogue/index.ts';
import { startTermsWatch } from '../../src/cli/catalogue/terms-watch.ts';
import type { GatewayEvent } from '../../src/gateway/index.ts';

const catalogue = openCatalogue(shippedData);

function started(watch: () => Promise<WatchReport>) {
  const told: GatewayEvent[] = [];
  const end = startTermsWatch({
    catalogue: () => catalogue,
    archives: ['here'],
    everyMs: 60_000,
    tell: (event) => told.push(event),
    watch,
  });
  return { told, end };
}

test('tells of each fact whose passage is gone, at once and on schedule, until it is ended', async () => {
  vi.useFakeTimers();
  const reading = { fact: 'anth-com-training', state: 'stale' };
  const report = { facts: [reading], alarms: [{ fact: reading.fact }] } as unknown as WatchReport;
  const { told, end } = started(async () => report);
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual([{ kind: 'terms_changed', ...reading }]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told.length).toBe(2);
  end();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(told.length).toBe(2);
  vi.useRealTimers();
});

test('an archive that cannot be read is told, and the watch goes on', async () => {
  const { told, end } = started(() => Promise.reject(new Error('gone')));
  await vi.waitFor(() => expect(told.length).toBe(1));
  expect(told).toMatchObject([{ kind: 'terms_unread' }]);
  end();
});
