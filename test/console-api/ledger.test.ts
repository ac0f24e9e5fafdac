import { afterAll, beforeAll, expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import type { HeadView, KeptHeadView, RecordPage, RecordView } from '../../src/console-api/ledger-contract.ts';
import { parseKeys } from '../../src/ledger/verify/index.ts';
import { verifyProof } from '../../src/ledger/verify/verify-proof.ts';
import { type ConsoleServer, startConsoleServer } from '../support/console-server.ts';
import { appendSome, testSequencer } from '../support/log.ts';

let server: ConsoleServer;

beforeAll(async () => {
  server = await startConsoleServer();
  await appendSome(server.tenancy, server.tenantId, 60);
  await testSequencer(server.tenancy).round();
});
afterAll(() => server.close());

const read = async <View>(url: string): Promise<View> => JSON.parse((await server.get(url)).body);

test('records are listed the newest first, in pages, each once', async () => {
  const first = await read<RecordPage>('/api/ledger/records');
  expect(first.records).toHaveLength(50);
  const second = await read<RecordPage>(`/api/ledger/records?before=${first.next}`);
  const all = [...first.records, ...second.records];
  expect(second.next).toBeNull();
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
  // 60 declarations and the sign-in of this very session.
  expect(all).toHaveLength(61);
});

test('filters narrow: by kind, person, workspace and time', async () => {
  const signIns = await read<RecordPage>('/api/ledger/records?kind=console_signed_in');
  expect(signIns.records.map(({ kind }) => kind)).toEqual(['console_signed_in']);
  for (const query of ['until=2020-01-01T00:00:00Z', `person=${timeOrderedId()}`, `workspace=${timeOrderedId()}`])
    expect((await read<RecordPage>(`/api/ledger/records?${query}`)).records).toEqual([]);
});

test.each(['kind=nonsense', 'person=1', 'before=x', 'until=yesterday', 'other=1'])(
  'the filter %s is refused',
  async (query) => {
    expect((await server.get(`/api/ledger/records?${query}`)).status).toBe(422);
  },
);

test('an entry is found by its record’s id and by its place, with leaf and record', async () => {
  const { records } = await read<RecordPage>('/api/ledger/records?kind=exchange_declared');
  const [line] = records;
  const byId = await read<RecordView>(`/api/ledger/records/${line?.id}`);
  expect(byId).toEqual(await read<RecordView>(`/api/ledger/records/${line?.seq}`));
  expect(JSON.parse(byId.leaf ?? '')).toMatchObject({ seq: line?.seq, record: line?.id, kind: 'exchange_declared' });
  expect(JSON.parse(byId.record ?? '')).toMatchObject({ id: line?.id, kind: 'exchange_declared' });
});

test('what the log says of itself is an entry without a record', async () => {
  const opened = await read<RecordView>('/api/ledger/records/0');
  expect(opened).toMatchObject({ line: null, record: null });
  expect(JSON.parse(opened.leaf ?? '')).toMatchObject({ kind: 'log_opened' });
});

test.each(['nonsense', '62', '999999999999999', timeOrderedId()])('no record is named %s', async (name) => {
  const answered = await server.get(`/api/ledger/records/${name}`);
  expect([answered.status, JSON.parse(answered.body).code]).toEqual([404, 'ledger_record_unknown']);
  expect((await server.get(`/api/ledger/records/${name}/proof`)).status).toBe(404);
});

test('a record’s proof is a file that verifies under the keys of the head', async () => {
  const { keys } = await read<HeadView>('/api/ledger/head');
  const { records } = await read<RecordPage>('/api/ledger/records?kind=exchange_declared');
  const proof = await server.get(`/api/ledger/records/${records[3]?.id}/proof`);
  expect(proof.headers).toMatchObject({
    'content-disposition': `attachment; filename="${records[3]?.id}.tlog-proof"`,
  });
  const verdict = verifyProof(proof.body, { keys: parseKeys(keys.join('\n')) });
  expect(verdict).toMatchObject({ what: 'proof', isTrusted: true, index: records[3]?.seq, records: 1 });
});

test('heads are listed; one without a time stamp says so; sizes that never were are refused', async () => {
  const [head] = await read<readonly KeptHeadView[]>('/api/ledger/heads');
  expect(head).toMatchObject({ size: 62, isCosigned: false, hasTimeStamp: false });
  const stamp = new URLSearchParams({ size: '62', signedAt: head?.signedAt ?? '' });
  expect((await server.get(`/api/ledger/heads/time-stamp?${stamp}`)).status).toBe(404);
  expect((await server.get('/api/ledger/consistency?from=10')).body).toMatch(/^old 10\n/);
  expect((await server.get('/api/ledger/consistency?from=63')).status).toBe(404);
  expect((await server.get('/api/ledger/consistency?from=-1')).status).toBe(422);
});
