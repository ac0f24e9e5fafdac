import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  findEntry,
  findTimeStamp,
  type LedgerRecord,
  listHeads,
  listRecords,
  logHead,
  proveConsistency,
  proveRecord,
  type RecordLine,
  recordKinds,
  signingKeysOf,
  shownPath,
} from '../ledger/index.ts';
import { consoleError } from './errors.ts';
import type { Names } from './exchange-views.ts';
import { consistencyQuery, cursorOf, parseCursor, parseInput, recordQuery, timeStampQuery } from './input.ts';
import type { HeadView, KeptHeadView, RecordLineView, RecordPage, RecordView } from './ledger-contract.ts';
import { namesOf } from './names.ts';
import type { ConsoleParts } from './server.ts';
import { tenantOf } from './guard.ts';

const pageSize = 50;
const maxHeads = 200;

/** The routes that show the ledger itself: its records, its heads, and what proves them. */
export function ledgerRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  recordRoutes(server, parts);
  headRoutes(server, parts);
}

function recordRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { store, tenancy } = parts;
  server.get('/api/ledger/records', async (request): Promise<RecordPage> => {
    const tenantId = await tenantOf(request, parts);
    const { person, workspace, before, ...rest } = parseInput(recordQuery, request.query);
    const filter = { ...rest, personId: person, workspaceId: workspace, before: parseCursor(before) };
    const found = await listRecords(store, tenantId, { ...filter, limit: pageSize + 1 });
    const names = await namesOf(store, tenantId);
    const records = found.slice(0, pageSize);
    const last = found.length > pageSize ? records.at(-1) : undefined;
    return {
      records: records.map((line) => lineView(line, names)),
      next: last ? cursorOf(last) : null,
      kinds: recordKinds,
    };
  });
  server.get<{ Params: { name: string } }>('/api/ledger/records/:name', async (request): Promise<RecordView> => {
    const tenantId = await tenantOf(request, parts);
    const { line, leafText, record } = await findEntry(tenancy, tenantId, request.params.name);
    return {
      line: line ? lineView(line, await namesOf(store, tenantId)) : null,
      leaf: leafText ?? null,
      record: record === undefined ? null : shownPath(JSON.stringify(withoutContent(record), undefined, 2)),
    };
  });
  server.get<{ Params: { id: string } }>('/api/ledger/records/:id/proof', async (request, reply) => {
    const { id } = request.params;
    const tenantId = await tenantOf(request, parts);
    const { line } = await findEntry(tenancy, tenantId, id);
    // A proof holds its record in clear.
    if (line?.kind === 'content_captured') throw consoleError('console_content_withheld');
    const proof = await proveRecord(tenancy, tenantId, id);
    return asFile(reply, `${id}.tlog-proof`).send(proof);
  });
}

// Captured content was agreed on for a purpose, which looking around in the ledger is not.
function withoutContent(record: LedgerRecord): LedgerRecord {
  return record.kind === 'content_captured' ? { ...record, content: '…' } : record;
}

function headRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { store } = parts;
  server.get('/api/ledger/head', async (request): Promise<HeadView> => {
    const tenantId = await tenantOf(request, parts);
    const [head, keys] = await Promise.all([logHead(store, tenantId), signingKeysOf(store, tenantId)]);
    return { checkpoint: head?.checkpoint ?? null, keys };
  });
  server.get(
    '/api/ledger/heads',
    async (request): Promise<readonly KeptHeadView[]> => listHeads(store, await tenantOf(request, parts), maxHeads),
  );
  server.get('/api/ledger/heads/time-stamp', async (request, reply) => {
    const head = parseInput(timeStampQuery, request.query);
    const stamp = await findTimeStamp(store, await tenantOf(request, parts), head);
    return asFile(reply, `${head.size}.tsr`, 'application/timestamp-reply').send(stamp);
  });
  server.get('/api/ledger/consistency', async (request, reply) => {
    const { from } = parseInput(consistencyQuery, request.query);
    const proof = await proveConsistency(store, await tenantOf(request, parts), from);
    return asFile(reply, `since-${from}.consistency`).send(proof);
  });
}

function lineView(line: RecordLine, names: Names): RecordLineView {
  const { personId, workspaceId, recordedAt, ...rest } = line;
  return {
    ...rest,
    at: recordedAt,
    person: personId === null ? null : (names.persons.get(personId) ?? personId),
    workspace: workspaceId === null ? null : (names.workspaces.get(workspaceId) ?? workspaceId),
  };
}

// Names are made of a record's id or of numbers, which the caller has checked: nothing in them needs quoting.
function asFile(reply: FastifyReply, name: string, type = 'text/plain; charset=utf-8'): FastifyReply {
  return reply.header('content-type', type).header('content-disposition', `attachment; filename="${name}"`);
}
