import type { LedgerRecord } from '../../src/ledger/index.ts';
import { common, id } from './sample-facts.ts';

/** What is recorded of inspected connections. */
export const inspectionRecords: readonly LedgerRecord[] = [
  {
    ...common,
    kind: 'requests_inspected',
    connectionId: id(41),
    requests: [
      {
        at: '2026-11-26T08:00:00.000Z',
        method: 'POST',
        path: '/v1/messages',
        decision: 'pass',
        status: 200,
        bytesOut: 10,
        bytesIn: 20,
      },
      {
        at: '2026-11-26T08:00:01.000Z',
        method: 'POST',
        path: '/api/event_logging/v2/batch',
        decision: 'refused',
        rule: 'telemetry',
        reason: 'egress_path_denied',
        status: 403,
        bytesOut: 0,
        bytesIn: 0,
      },
    ],
  },
  {
    ...common,
    kind: 'host_uninspectable',
    connectionId: id(41),
    source: { network: 's-1' },
    host: 'api.anthropic.com',
    client: '0123456789ab',
    reason: 'unknown_ca',
  },
  {
    ...common,
    kind: 'inspection_authority_made',
    authorityId: id(44),
    hosts: ['api.anthropic.com'],
    fingerprint: 'AA:BB',
    notAfter: '2027-11-26T08:00:00.000Z',
  },
];
