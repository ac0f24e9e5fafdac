import { systemClock, timeOrderedId } from '../../base/index.ts';
import { type EventSource, Forwarder, type SiemEvent } from '../../siem/index.ts';
import { namesById } from '../../tenancy/index.ts';
import type { Installation } from '../wire.ts';
import { openSinks } from './open-sinks.ts';

/** How events of an installation are made. */
export function eventSource({ tenancy, store, settings }: Installation, version: string): EventSource {
  return {
    books: tenancy,
    namesOf: (tenantId, ids) => namesById(store, tenantId, ids),
    version,
    hasPaths: settings.siem.paths === 'masked',
  };
}

// For reading a page, and for a receiver that takes its time in two steps: connecting, and answering.
const slackMs = 10_000;

type Running = { readonly version: string; readonly tell: (event: SiemEvent) => void };

/** Starts to send events to the receivers that the settings name. @returns how it is ended */
export async function runSiem(installation: Installation, { version, tell }: Running): Promise<() => Promise<void>> {
  const { since, waitMs } = installation.settings.siem;
  const forwarder = new Forwarder({
    ...eventSource(installation, version),
    sinks: await openSinks(installation.settings),
    since: since === '' ? undefined : new Date(since).toISOString(),
    leaseMs: 2 * waitMs + slackMs,
    now: systemClock,
    newId: timeOrderedId,
    tell,
  });
  forwarder.start();
  return () => forwarder.close();
}
