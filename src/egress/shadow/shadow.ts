import { createHash, createHmac } from 'node:crypto';
import type { Catalogue, Host } from '../../catalogue/index.ts';
import { type Flow, isAddress } from '../import/flow.ts';
import { type DescribedHost, knownHosts } from './known-hosts.ts';

const maxProposedHosts = 10_000;

/** What one source exchanged with one host. Instants are UTC ISO 8601; `days` counts days with a flow by their date. */
export type ShadowUse = {
  readonly source: string;
  readonly host: string;
  readonly vendor: string;
  readonly purpose: Host['purpose'];
  /** `unknown` where the host serves plans of both kinds, as its name then says nothing of the plan. */
  readonly audience: 'consumer' | 'commercial' | 'unknown';
  readonly flows: number;
  readonly denied: number;
  readonly bytesOut: number;
  readonly bytesIn: number;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly days: Readonly<Record<string, number>>;
};

/** A host nobody has described whose name sounds like AI. */
export type ProposedHost = { readonly host: string; readonly flows: number };

export type ShadowReport = {
  readonly uses: readonly ShadowUse[];
  /** At most 10,000, by name alone: what speaks for them is to be looked at by a person. */
  readonly proposed: readonly ProposedHost[];
  /** Flows to an address, of which the log does not say whose it is. */
  readonly unnamed: number;
  /** Lines that stood in the logs before, word for word. */
  readonly repeated: number;
};

export type Shadow = { take(flow: Flow, line: string): void; report(): ShadowReport };

type Tally = { -readonly [Key in Exclude<keyof ShadowUse, 'days' | 'firstSeenAt' | 'lastSeenAt'>]: ShadowUse[Key] } & {
  firstMs: number;
  lastMs: number;
  readonly days: Map<string, number>;
};

/** `on`: the day whose catalogue counts. Logs are older than it: whose a host was is what is best known today. */
export type ShadowParts = { readonly catalogue: Catalogue; readonly key: Buffer; readonly on: Date };

/**
 * Gathers flows to AI products. Sources appear as references under `key` and are held in no other form. A line that came before
 * counts once; only lines about AI are remembered for that (some 100 bytes each), so memory grows with these alone.
 */
export function openShadow({ catalogue, key, on }: ShadowParts): Shadow {
  const known = knownHosts(catalogue, on);
  const seen = new Set<string>();
  const tallies = new Map<string, Tally>();
  const proposed = new Map<string, number>();
  const totals = { unnamed: 0, repeated: 0 };

  const isRepeated = (line: string): boolean => {
    const digest = createHash('sha256').update(line).digest('base64').slice(0, 22);
    if (seen.has(digest)) return true;
    seen.add(digest);
    return false;
  };
  const take = (flow: Flow, line: string): void => {
    if (isAddress(flow.host)) {
      totals.unnamed += 1;
      return;
    }
    const described = known(flow.host);
    if (described === 'other') return;
    if (isRepeated(line)) totals.repeated += 1;
    else if (described !== 'proposed') addFlow(tallies, { ...flow, source: reference(key, flow.source) }, described);
    else if (proposed.has(flow.host) || proposed.size < maxProposedHosts)
      proposed.set(flow.host, (proposed.get(flow.host) ?? 0) + 1);
  };
  return {
    take,
    report: () => ({
      uses: [...tallies.values()].map(useOf).toSorted((one, other) => other.flows - one.flows),
      proposed: [...proposed]
        .map(([host, flows]) => ({ host, flows }))
        .toSorted((one, other) => other.flows - one.flows),
      ...totals,
    }),
  };
}

function reference(key: Buffer, source: string): string {
  return `s-${createHmac('sha256', key).update(source).digest('hex').slice(0, 12)}`;
}

function addFlow(tallies: Map<string, Tally>, flow: Flow, described: DescribedHost): void {
  const { source, host, atMs } = flow;
  const place = `${source} ${host}`;
  const empty = { flows: 0, denied: 0, bytesOut: 0, bytesIn: 0, firstMs: atMs, lastMs: atMs, days: new Map() };
  const tally: Tally = tallies.get(place) ?? { source, host, ...described, ...empty };
  tallies.set(place, tally);
  tally.flows += 1;
  tally.denied += flow.action === 'denied' ? 1 : 0;
  tally.bytesOut += flow.bytesOut;
  tally.bytesIn += flow.bytesIn;
  tally.firstMs = Math.min(tally.firstMs, atMs);
  tally.lastMs = Math.max(tally.lastMs, atMs);
  const day = new Date(atMs).toISOString().slice(0, 10);
  tally.days.set(day, (tally.days.get(day) ?? 0) + 1);
}

function useOf({ firstMs, lastMs, days, ...tally }: Tally): ShadowUse {
  return {
    ...tally,
    firstSeenAt: new Date(firstMs).toISOString(),
    lastSeenAt: new Date(lastMs).toISOString(),
    days: Object.fromEntries([...days].toSorted(([one], [other]) => one.localeCompare(other))),
  };
}
