import { lookup } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import { systemClock, timeOrderedId } from '../../base/index.ts';
import {
  type EgressEvent,
  type EgressProxy,
  type EgressRules,
  isPublic,
  networks,
  startEgress,
} from '../../egress/index.ts';
import type { Directory } from '../../tenancy/index.ts';
import type { FlowRecord, Ledger } from '../../ledger/index.ts';
import { listen } from '../listen.ts';
import type { RulesInForce } from '../policy/rules-in-force.ts';
import type { Installation } from '../wire.ts';
import { egressRules } from './egress-rules.ts';
import { identifier } from './identify-caller.ts';
import { tlsPlace } from './tls-place.ts';
import { inspectionOf } from './inspection.ts';

export type EgressWiring = {
  readonly installation: Installation;
  readonly directory: Pick<Directory, 'look'>;
  readonly ledger: Pick<Ledger, 'append'>;
  readonly inForce: Pick<RulesInForce, 'rules'>;
  readonly gatewayUrl: string;
  readonly tell: (event: EgressEvent) => void;
  /** Every address of a name; the system's resolver where none is given. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
};

const patient = new Set<FlowRecord['kind']>(['connection_ended', 'requests_inspected', 'host_uninspectable']);
const limits = { helloMs: 10_000, dialMs: 10_000, idleMs: 3_600_000 };

/** Starts the forward proxy where the settings want it. @throws cli_port_taken */
export async function runEgress(wiring: EgressWiring): Promise<EgressProxy | undefined> {
  const { installation, ledger, tell, resolve = resolveAll } = wiring;
  const { settings, tenant } = installation;
  if (settings.egress.mode === 'off') return undefined;
  const inspection = await inspectionOf({ installation, catalogue: () => wiring.inForce.rules.catalogue });
  const isAllowedInside = networks(settings.egress.reachable);
  const { host, port } = settings.egress;
  const tls = await tlsPlace(settings);
  const places = { host, port: tls ? `${port}, ${tls.port}` : port };
  return listen(places, async () =>
    startEgress(
      {
        tenantId: tenant.id,
        rules: rulesNow(wiring),
        // Nobody waits for how a connection ended: it may share the commit of what somebody waits for.
        record: (record) => ledger.append(record, { isPatient: patient.has(record.kind) }),
        identify: await identifier(wiring),
        resolve,
        inspection,
        isReachable: (address) => (isPublic(address) && !isOwn(address)) || isAllowedInside(address),
        now: systemClock,
        newId: timeOrderedId,
        language: settings.language,
        limits,
        tell,
      },
      { host, port, tls },
    ),
  );
}

// Compiled again when the policy or the catalogue is another, and once an hour for the terms of a new day.
function rulesNow({ installation: { settings }, inForce, gatewayUrl }: EgressWiring): () => EgressRules {
  let known: { readonly of: RulesInForce['rules']; readonly hour: number; readonly rules: EgressRules } | undefined;
  return () => {
    const now = systemClock();
    const hour = Math.floor(now.getTime() / 3_600_000);
    const { rules: of } = inForce;
    if (known?.of !== of || known.hour !== hour)
      known = { of, hour, rules: egressRules(of, { settings, gatewayUrl, now }) };
    return known.rules;
  };
}

async function resolveAll(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

// What this machine listens on is no place to be sent to, under whatever address.
function isOwn(address: string): boolean {
  return Object.values(networkInterfaces()).some((each) => each?.some((one) => one.address === address));
}
