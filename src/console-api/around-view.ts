import type { CrossCheck } from '../evidence/index.ts';
import type { FlowSource } from '../ledger/index.ts';
import type { NamedView } from './contract.ts';
import type { AroundView, SessionCountView } from './egress-contract.ts';
import { namedPerson, type SourceNames, sourceView } from './egress-views.ts';

type Known = SourceNames & { readonly devices: ReadonlyMap<string, readonly NamedView[]> };

type Counted = {
  readonly personId: string;
  readonly session: string;
  readonly count: number;
  readonly of: number;
  readonly lastAt: string;
};

/** A cross-check as it is shown: persons by pseudonym, with the workstations that their exchanges came from. */
export function aroundView(crossed: CrossCheck, known: Known): Omit<AroundView, 'proxy'> {
  const { devices } = known;
  const ofSession = ({ personId, ...counted }: Counted): SessionCountView => ({
    ...counted,
    person: namedPerson(personId, known),
    devices: devices.get(personId) ?? [],
  });
  const {
    from: _from,
    consumerPassed: _passed,
    consumerRefused: _refused,
    waysAround,
    untold,
    blind,
    ...counts
  } = crossed;
  return {
    ...counts,
    waysAround: waysAround.map(({ source, vendor, ...way }) => ({
      ...way,
      vendor: vendor ?? null,
      source: sourceView(source, known),
      devices: devicesOf(source, known),
    })),
    untold: untold.map(({ told, seen, ...session }) => ofSession({ ...session, count: told, of: seen })),
    blind: blind.map(({ missing, ...session }) => ofSession({ ...session, count: missing })),
  };
}

function devicesOf(source: FlowSource, { devices, workstations }: Known): readonly NamedView[] {
  if ('deviceId' in source)
    return [{ id: source.deviceId, name: workstations.get(source.deviceId) ?? source.deviceId }];
  return 'personId' in source ? (devices.get(source.personId) ?? []) : [];
}
