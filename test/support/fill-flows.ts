import { timeOrderedId } from '../../src/base/index.ts';
import {
  type FlowRecord,
  type FlowsSighted,
  type FlowSource,
  openLedger,
  type RequestsInspected,
  type TelemetryReceived,
} from '../../src/ledger/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';
import { declaredRecord } from './records.ts';

export type FlowWishes = {
  readonly at: Date;
  readonly source?: FlowSource;
  readonly host?: string;
  readonly vendor?: string;
  readonly purpose?: string;
  readonly audience?: 'consumer' | 'commercial';
  readonly rule?: string;
  readonly effect?: 'pass' | 'observed' | 'warned' | 'refused';
  readonly bytes?: number;
  /** Requests seen inside, and that another connection of its client could not be inspected. */
  readonly isInspected?: true;
};

/** The records of one connection as the proxy writes them. */
export function flowRecords(tenantId: string, wishes: FlowWishes): readonly FlowRecord[] {
  const {
    at,
    source = { network: 'n-1' },
    host = 'api.anthropic.com',
    bytes = 100,
    effect = 'pass',
    isInspected,
    ...facts
  } = wishes;
  const connectionId = timeOrderedId();
  const common = () => ({ id: timeOrderedId(), tenantId, recordedAt: at.toISOString(), connectionId });
  const { vendor, purpose, audience, rule } = facts;
  const judged = {
    ...common(),
    source,
    host,
    port: 443,
    wire: 'connect' as const,
    ...(vendor === undefined ? {} : { vendor }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(audience === undefined ? {} : { audience }),
    ...(rule === undefined ? {} : { rule }),
  };
  if (effect === 'refused') return [{ ...judged, kind: 'connection_refused', reason: 'egress_host_denied' }];
  const counts = { bytesOut: bytes, bytesIn: bytes * 3, durationMs: 900, outcome: 'closed' } as const;
  return [
    { ...judged, kind: 'connection_opened', decision: effect },
    ...(isInspected ? inspectedRecords(common, { at, source, host }) : []),
    { ...common(), kind: 'connection_ended', ...counts },
  ];
}

type Common = () => Pick<RequestsInspected, 'id' | 'tenantId' | 'recordedAt' | 'connectionId'>;

function inspectedRecords(
  common: Common,
  { at: when, source, host }: { readonly at: Date; readonly source: FlowSource; readonly host: string },
): readonly FlowRecord[] {
  const at = when.toISOString();
  const told = { at, method: 'POST', bytesIn: 90 } as const;
  const passed = { ...told, path: '/v1/messages', decision: 'pass', status: 200, bytesOut: 12_000 } as const;
  const refused = { ...told, path: '/api/event_logging/v2/batch', decision: 'refused', rule: 'telemetry' } as const;
  return [
    {
      ...common(),
      kind: 'requests_inspected',
      requests: [passed, { ...refused, reason: 'egress_path_denied', status: 403, bytesOut: 0 }],
    },
    { ...common(), kind: 'host_uninspectable', source, host, client: '0123456789ab', reason: 'unknown_ca' },
  ];
}

type Told = Partial<Pick<TelemetryReceived, 'events' | 'firstSequence' | 'lastSequence' | 'requests'>>;

/** A session: so many exchanges, and what its client told. */
export function sessionRecords(
  tenantId: string,
  {
    at,
    personId = timeOrderedId(),
    exchanges,
    told,
  }: {
    readonly at: Date;
    readonly personId?: string;
    readonly exchanges: number;
    readonly told: readonly Told[];
  },
) {
  const session = timeOrderedId();
  const sender = { ...declaredRecord({ tenantId }).sender, personId };
  const recordedAt = at.toISOString();
  const declared = Array.from({ length: exchanges }, () => ({
    ...declaredRecord({ tenantId, session }),
    sender,
    recordedAt,
  }));
  const deliveries = told.map((each): TelemetryReceived => {
    const common = { id: timeOrderedId(), tenantId, recordedAt, sender, client: { sessionId: session } };
    return { ...common, kind: 'telemetry_received', events: 1, ...each };
  });
  return { session, personId, records: [...declared, ...deliveries] };
}

/** Connections and sessions of every sort: ones that pass, go around, are refused, tell too much or too little. */
export async function addFlows(
  { tenancy, tenantId }: { readonly tenancy: Tenancy; readonly tenantId: string },
  personId: string,
): Promise<void> {
  const at = (minutesAgo: number): Date => new Date(tenancy.now().getTime() - minutesAgo * 60_000);
  const person = { personId, keyId: timeOrderedId() };
  const flows: readonly FlowWishes[] = [
    {
      at: at(50),
      host: 'api.anthropic.com',
      vendor: 'anthropic',
      purpose: 'api',
      source: person,
      rule: 'only-through-the-gateway',
      effect: 'observed',
      bytes: 48_000,
      isInspected: true,
    },
    {
      at: at(40),
      host: 'claude.ai',
      vendor: 'anthropic',
      purpose: 'consumer-web',
      audience: 'consumer',
      source: person,
      rule: 'consumer-web',
      effect: 'refused',
    },
    {
      at: at(30),
      host: 'api.business.githubcopilot.com',
      vendor: 'github',
      purpose: 'api',
      audience: 'commercial',
      bytes: 220_000,
    },
    {
      at: at(20),
      host: 'statsig.anthropic.com',
      vendor: 'anthropic',
      purpose: 'telemetry',
      rule: 'telemetry',
      effect: 'refused',
    },
    {
      at: at(10),
      host: `${'very-long-label.'.repeat(8)}example`,
      rule: 'unknown-host',
      effect: 'warned',
      bytes: 5_000,
    },
    { at: at(5), host: 'registry.example', bytes: 1_500_000 },
  ];
  const around = sessionRecords(tenantId, {
    at: at(15),
    personId,
    exchanges: 1,
    told: [{ requests: 4, events: 3, firstSequence: 0, lastSequence: 8 }],
  });
  const ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  for (const flow of flows) for (const record of flowRecords(tenantId, flow)) await ledger.append(record);
  for (const record of around.records.slice(1)) await ledger.append(record);
  await ledger.append(sightedRecord(tenantId, at(120)));
  await ledger.close();
}

/** A log that was read: a product that is known, one that is not, and lines that could not be read. */
export function sightedRecord(tenantId: string, at: Date): FlowsSighted {
  const instant = at.toISOString();
  const counts = { flows: 4, denied: 1, bytesOut: 5_000, bytesIn: 90_000, firstAt: instant, lastAt: instant };
  const seen = { source: 's-of-a-network', day: instant.slice(0, 10), ...counts };
  return {
    kind: 'flows_sighted',
    id: timeOrderedId(),
    tenantId,
    recordedAt: instant,
    importId: timeOrderedId(),
    log: 'access.log.1.gz',
    repeated: 2,
    sightings: [
      { ...seen, host: 'chatgpt.com', vendor: 'openai', purpose: 'consumer-web', audience: 'consumer' },
      { ...seen, host: 'chat.unheard-of.ai' },
    ],
    whole: { format: 'squid', lines: 4_711, flows: 4_700, malformed: 2, malformedAt: [17, 4_000] },
  };
}
