import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { systemClock } from '../../base/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import { type Inspection, makeAuthority, openInspection } from '../../egress/index.ts';
import { type InspectionAuthority, inspectionAuthorities, listContracts } from '../../tenancy/index.ts';
import { cliError } from '../errors.ts';
import type { Installation } from '../wire.ts';

const hourMs = 3_600_000;
/** A workstation gets the next authority two months before the last one ends. */
const followedDays = 60;
const organisations = 'anthropic-allowed-org-ids';

type Inspecting = {
  readonly installation: Pick<Installation, 'settings' | 'tenancy' | 'tenant'>;
  readonly catalogue: () => Pick<Catalogue, 'hosts' | 'tenantHeaders'>;
};

/** The post's authorities for inspection; one for the listed hosts is made where there is none. */
export function authoritiesOf({ settings, tenancy, tenant }: Inspecting['installation']) {
  const { inspected: hosts } = settings.egress;
  return inspectionAuthorities(tenancy, { tenantId: tenant.id, hosts, followedDays, make: makeNow });
}

function makeNow(hosts: readonly string[]) {
  return makeAuthority({ hosts, now: systemClock() });
}

/** What the proxy looks inside of by the settings; undefined where no host is listed. @throws cli_authorities_unreadable */
export async function inspectionOf({ installation, catalogue }: Inspecting): Promise<Inspection | undefined> {
  const { egress } = installation.settings;
  if (egress.inspected.length === 0) return undefined;
  const held = await heldHourly(installation);
  let known: { readonly of: unknown; readonly hour: number; readonly said: ReturnType<typeof saidBy> } | undefined;
  return openInspection({
    hosts: egress.inspected,
    signers: async () => (await held.fresh()).authorities,
    catalogue: () => {
      const of = catalogue();
      const hour = Math.floor(systemClock().getTime() / hourMs);
      if (known?.of !== of || known.hour !== hour) known = { of, hour, said: saidBy(of) };
      return known.said;
    },
    ours: () => held.now().ours,
    alsoTrusted: await trustedBeside(egress.upstreamAuthorities),
    whenUninspectable: egress.uninspectable === 'pass' ? 'pass' : 'refuse',
    uninspectableMs: egress.uninspectableMs,
    now: systemClock,
  });
}

function saidBy(catalogue: ReturnType<Inspecting['catalogue']>) {
  const now = systemClock();
  return { hosts: catalogue.hosts(now), headers: catalogue.tenantHeaders(now) };
}

type Held = { readonly authorities: readonly InspectionAuthority[]; readonly ours: ReadonlyMap<string, string> };

// Authorities and contracts are read again once an hour: with them come a new one before the old one ends.
async function heldHourly(installation: Inspecting['installation']) {
  let held = await read(installation);
  let readAt = systemClock().getTime();
  return {
    now: () => held,
    fresh: async () => {
      if (systemClock().getTime() - readAt > hourMs) {
        readAt = systemClock().getTime();
        held = await read(installation);
      }
      return held;
    },
  };
}

async function read(installation: Inspecting['installation']): Promise<Held> {
  const { settings, tenancy, tenant } = installation;
  const authorities = await authoritiesOf(installation);
  const contracts = await listContracts(tenancy, tenant.id);
  const own = contracts.flatMap(({ organizationId }) => organizationId ?? []);
  const said = settings.egress.tenants.map((each): [string, string] => {
    const at = each.indexOf('=');
    return [each.slice(0, at).trim().toLowerCase(), each.slice(at + 1).trim()];
  });
  return {
    authorities,
    ours: new Map([...(own.length > 0 ? [[organisations, own.join(',')] as const] : []), ...said]),
  };
}

async function trustedBeside(file: string): Promise<string | undefined> {
  if (file === '') return undefined;
  try {
    const pem = await readFile(file, 'utf8');
    if (!pem.includes('-----BEGIN CERTIFICATE-----')) throw new Error('no certificate');
    createSecureContext({ ca: pem });
    return pem;
  } catch (fault) {
    throw cliError('cli_authorities_unreadable', { file }, fault);
  }
}
