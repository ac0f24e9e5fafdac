import { expect, test, vi } from 'vitest';
import { openCatalogue, shippedData, type WatchReport } from '../../src/catalogue/index.ts';
import type { Comparison } from '../../src/cli/catalogue/recorded-comparison.ts';
import { startTermsWatch } from '../../src/cli/catalogue/terms-watch.ts';
import type { GatewayEvent } from '../../src/gateway/index.ts';
import { loadPolicy } from '../../src/policy/index.ts';

const catalogue = openCatalogue(shippedData);

const nowhere = { collection: 'genai-eu', service: 'Anthropic', terms: 'Commercial Terms' };
const rules = { catalogue, policy: loadPolicy([]) };
const now = () => new Date('2026-11-26T06:00:00.000Z');

function started(watch: () => Promise<WatchReport>) {
  const told: GatewayEvent[] = [];
  const recorded: Comparison[] = [];
  const end = startTermsWatch({
    rules: () => rules,
    now,
    record: async (comparison) => void recorded.push(comparison),
    archives: ['here'],
    everyMs: 60_000,
    tell: (event) => told.push(event),
    watch,
  });
  return { told, recorded, end };
}

test('tells of each fact whose passage is gone, at once and on schedule, until it is ended', async () => {
  vi.useFakeTimers();
  const reading = { fact: 'anth-com-training', state: 'stale' };
  const resting = { answers: ['anthropic/api training'], claims: [], decisions: ['plan-trains anthropic/api'] };
  const changed = [{ before: 'We do not train.', after: 'We train.' }];
  const at = { service: 'Anthropic', commit: 'c' };
  const gone = {
    ...nowhere,
    state: 'gone',
    lastGood: { ...at, at: '2026-11-01' },
    lostIn: { ...at, at: '2026-11-20' },
  };
  const report = {
    catalogue: catalogue.version,
    archives: [
      { place: 'https://user:key@archive.example', collection: 'genai-eu', headAt: '2026-11-25', isOld: false },
    ],
    facts: [
      { ...reading, anchors: [{ ...gone, changed, otherChanges: 2 }] },
      { fact: 'other', state: 'stands', anchors: [] },
    ],
    alarms: [{ fact: reading.fact, ...resting }],
  } as unknown as WatchReport;
  const { told, recorded, end } = started(async () => report);
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual([{ kind: 'terms_changed', ...reading }]);
  expect(recorded).toEqual([
    {
      catalogueVersion: catalogue.version,
      holdsUntil: '2026-11-26T06:02:00.000Z',
      archives: [{ collection: 'genai-eu', headAt: '2026-11-25', isOld: false }],
      facts: { stale: 1, stands: 1 },
      alarms: [
        {
          ...reading,
          ...resting,
          lost: [{ ...nowhere, lastGoodAt: '2026-11-01', lostAt: '2026-11-20', changed, otherChanges: 2 }],
        },
      ],
    },
  ]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told.length).toBe(2);
  end();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(told.length).toBe(2);
  vi.useRealTimers();
});

test('an archive that cannot be read is told, and the watch goes on', async () => {
  const { told, recorded, end } = started(() => Promise.reject(new Error('gone')));
  await vi.waitFor(() => expect(told.length).toBe(1));
  expect(told).toMatchObject([{ kind: 'terms_unread' }]);
  await vi.waitFor(() => expect(recorded).toMatchObject([{ fault: 'Error', facts: {}, alarms: [] }]));
  end();
});
