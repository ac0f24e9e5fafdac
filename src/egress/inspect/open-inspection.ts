import { createSecureContext, getCACertificates } from 'node:tls';
import type { Clock } from '../../base/index.ts';
import type { Host, TenantHeader } from '../../catalogue/index.ts';
import { hostExpression } from '../../policy/index.ts';
import type { KeptAuthority } from './authority.ts';
import { chooseSigner } from './choose-signer.ts';
import type { Inspection } from './inspection.ts';
import { type PathRule, pathRules } from './judge-request.ts';
import { type Leaves, openLeaves } from './leaves.ts';
import { openUninspectables } from './uninspectables.ts';

type Signer = KeptAuthority & { readonly id: string; readonly hosts: readonly string[]; readonly madeAt: Date };

export type InspectionParts = {
  readonly hosts: readonly string[];
  /** Those that are good now, the oldest first; asked for with each new connection. */
  readonly signers: () => Promise<readonly Signer[]>;
  /** What the catalogue says now; another object when it says something else. */
  readonly catalogue: () => {
    readonly hosts: readonly Pick<Host, 'pattern' | 'paths'>[];
    readonly headers: readonly TenantHeader[];
  };
  /** The company's own values by the header's name in small letters. */
  readonly ours: () => ReadonlyMap<string, string>;
  /** PEM of authorities that are trusted beyond the system's, as in a network whose own proxy inspects. */
  readonly alsoTrusted: string | undefined;
  readonly whenUninspectable: Inspection['whenUninspectable'];
  readonly uninspectableMs: number;
  readonly now: Clock;
};

/** What the forward proxy looks inside of, put together. Throws for a PEM that holds no certificate. */
export function openInspection(parts: InspectionParts): Inspection {
  const { hosts, alsoTrusted, whenUninspectable, uninspectableMs: lastsMs, now } = parts;
  const system = getCACertificates('system');
  const trusted = system.length > 0 ? system : getCACertificates('default');
  const listed = new Set(hosts);
  return {
    isInspected: (host) => listed.has(host),
    leafOf: leavesOf(parts),
    trust: createSecureContext({ ca: [...trusted, ...(alsoTrusted === undefined ? [] : [alsoTrusted])] }),
    pathRules: rulesOf(parts),
    tenantHeaders: (host) => headersFor(parts, host),
    uninspectables: openUninspectables({ lastsMs, now }),
    whenUninspectable,
  };
}

function leavesOf({ signers, now }: InspectionParts): Leaves {
  const opened = new Map<string, Leaves>();
  return async (host) => {
    const signer = chooseSigner(await signers(), host, now());
    if (!signer) throw new RangeError(`no authority for ${host}`);
    const leaves = opened.get(signer.id) ?? openLeaves(signer, { hosts: signer.hosts, now });
    opened.set(signer.id, leaves);
    return leaves(host);
  };
}

function rulesOf({ catalogue }: InspectionParts): () => readonly PathRule[] {
  let known: { readonly of: ReturnType<InspectionParts['catalogue']>; readonly rules: readonly PathRule[] } | undefined;
  return () => {
    const of = catalogue();
    if (known?.of !== of) known = { of, rules: pathRules(of.hosts) };
    return known.rules;
  };
}

function headersFor({ catalogue, ours }: InspectionParts, host: string) {
  const { headers } = catalogue();
  const meant = headers.filter((each) =>
    each.hosts.some((pattern) => new RegExp(`^${hostExpression(pattern)}$`).test(host)),
  );
  const values = ours();
  const said = meant.flatMap(({ header }) => {
    const value = values.get(header.toLowerCase());
    return value === undefined ? [] : [[header, value] as const];
  });
  return { known: headers.map(({ header }) => header), ours: new Map(said) };
}
