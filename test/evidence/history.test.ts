import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { toldByRooms } from '../../src/console-api/index.ts';
import { assessments, historyOf, readPosture, recordAssessment } from '../../src/evidence/index.ts';
import { loadPolicy, type PolicyFile } from '../../src/policy/index.ts';
import { ensureTenant, type Tenancy, type Tenant } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let tenancy: Tenancy;
let tenant: Tenant;
const catalogue = openCatalogue(shippedData);
const start = new Date('2026-11-27T08:00:00.000Z');
const hour = (count: number) => new Date(start.getTime() + count * 3_600_000);

beforeAll(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
  tenant = await ensureTenant(tenancy, 'history');
});
afterAll(() => database.drop());

type Looking = { readonly at: Date; readonly text?: string; readonly quiet?: boolean };

async function posture({ at, text, quiet = false }: Looking) {
  const asked = { books: tenancy, tenantId: tenant.id, now: at };
  const files: readonly PolicyFile[] = text === undefined ? [] : [{ name: 'octroi.yaml', text }];
  const told = await toldByRooms({ ...asked, staleAfterHours: 24, gateways: new Set() });
  const controls = { telemetry: 'met', error_reports: 'met', feedback: 'met' } as const;
  const workstations = quiet ? [{ lastReportAt: at.toISOString(), controls }] : [];
  return readPosture({ ...asked, policy: loadPolicy(files), catalogue, held: [], told: { ...told, workstations } });
}

async function assess(looking: Looking): Promise<boolean> {
  const assessing = { ...tenancy, books: tenancy, tenantId: tenant.id, now: () => looking.at };
  return recordAssessment(assessing, await posture(looking));
}

async function telemetry(looking: Looking) {
  return (await posture(looking)).controls.find(({ id }) => id === 'telemetry-off');
}

test('a state is on record when it changes, and only then', async () => {
  expect((await telemetry({ at: hour(0) }))?.since).toBeNull();
  expect(await assess({ at: hour(0) })).toBe(true);
  expect(await assess({ at: hour(1) })).toBe(false);
  expect((await telemetry({ at: hour(1) }))?.since).toBe(hour(0).toISOString());
  expect(await assess({ at: hour(2), quiet: true })).toBe(true);
  expect(await telemetry({ at: hour(3), quiet: true })).toMatchObject({ state: 'met', since: hour(2).toISOString() });
  // What is seen now and not yet on record has no beginning.
  expect((await telemetry({ at: hour(3) }))?.since).toBeNull();
  expect(historyOf(await assessments(tenancy, tenant.id), 'telemetry-off')).toEqual([
    { at: hour(0).toISOString(), state: 'unknown' },
    { at: hour(2).toISOString(), state: 'met' },
  ]);
});

const exceptions = (until: string) =>
  `exceptions: [{control: telemetry-off, owner: 'J. Doe', until: ${until}, reason: rollout until Christmas}]\n`;

test('an exception says who answers until when, and changes no state', async () => {
  const control = await telemetry({ at: hour(4), text: exceptions('2026-12-24') });
  expect(control).toMatchObject({
    state: 'unknown',
    exception: { owner: 'J. Doe', untilOn: '2026-12-24', isOver: false },
  });
});

test('one that has ended is told as ended; what is met needs none', async () => {
  expect((await telemetry({ at: hour(4), text: exceptions('2026-11-26') }))?.exception?.isOver).toBe(true);
  expect((await telemetry({ at: hour(4), text: exceptions('2026-12-24'), quiet: true }))?.exception).toBeNull();
});

test.each([
  ['no owner', 'exceptions: [{control: telemetry-off, until: 2026-12-24, reason: x}]'],
  ['no end', 'exceptions: [{control: telemetry-off, owner: x, reason: x}]'],
  ['no reason', 'exceptions: [{control: telemetry-off, owner: x, until: 2026-12-24}]'],
])('an exception with %s is refused', (_, text) => {
  expect(() => loadPolicy([{ name: 'octroi.yaml', text }])).toThrow();
});
