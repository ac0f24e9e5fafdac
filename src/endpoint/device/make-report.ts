import { createHmac } from 'node:crypto';
import type { DeviceReport, ReportedVerdict } from '../../base/index.ts';
import { withoutSecrets } from '../report/view.ts';
import type { Scan, Verdict } from '../scan.ts';
import type { FindSecrets } from '../traces/local-traces.ts';
import type { DeviceIdentity } from './identity.ts';

export type ReportParts = {
  readonly identity: Pick<DeviceIdentity, 'tenantId' | 'deviceId' | 'referenceKey' | 'sequence'>;
  readonly program: string;
  readonly bundle: DeviceReport['bundle'];
  readonly findSecrets: FindSecrets;
};

type Saying = (text: string | null | undefined, control?: string) => string | null;

const mostText = 900;
const withheld = '[withheld]';

/**
 * What is told of a scan: every verdict and what decided it. Nobody is named: a home is `~`, a login name is its
 * reference, and a text in which a secret is found is left out.
 */
export function makeReport(scan: Scan, { identity, program, bundle, findSecrets }: ReportParts): DeviceReport {
  const { tenantId, deviceId, referenceKey, sequence } = identity;
  const references = new Map(scan.people.map(({ name }) => [name, referenceOf(referenceKey, name)]));
  const nameless = namelessly(scan, references);
  const say: Saying = (text, control = '') => {
    const shown = withoutSecrets(text, control);
    if (shown === null) return null;
    const told = nameless(shown)
      .replaceAll(/[\0-\x1f\x7f]/g, ' ')
      .slice(0, mostText)
      .toWellFormed();
    return findSecrets(told).length > 0 ? withheld : told;
  };
  return {
    schema: 'octroi.device.report/1',
    tenantId,
    deviceId,
    sequence,
    reportedAt: scan.scannedAt,
    program,
    system: scan.system,
    persons: [...references.values()],
    clientDeviceIds: [...new Set(scan.people.flatMap(({ clientDeviceId }) => clientDeviceId ?? []))],
    bundle,
    verdicts: scan.verdicts.map((verdict) => tell(verdict, references.get(verdict.person) ?? '', say)),
  };
}

function tell(verdict: Verdict, person: string, say: Saying): ReportedVerdict {
  const { control, state, why, place, source, holds, overrides = [] } = verdict;
  const args = Object.entries(why.args).map(([name, value]) => [
    name,
    typeof value === 'string' ? (say(value, name === 'value' ? control : '') ?? '') : value,
  ]);
  return {
    person,
    control,
    state,
    value: say(verdict.value, control),
    file: say(place?.file),
    line: place && place.line > 0 ? place.line : null,
    source: source ?? null,
    holds: holds ?? false,
    reason: why.code,
    args: Object.fromEntries(args),
    overrides: overrides.slice(0, 50).map((one) => ({
      file: say(one.file) ?? '',
      line: one.line,
      value: say(one.value, control),
    })),
  };
}

/** How a person is known outside the device: the same one always alike, and nobody can go back from it. */
export function referenceOf(referenceKey: string, name: string): string {
  return createHmac('sha256', Buffer.from(referenceKey, 'hex')).update(name).digest('hex').slice(0, 16);
}

// Homes first, the longest before those it lies in; what is left of names are words of their own.
function namelessly({ people }: Scan, references: ReadonlyMap<string, string>): (text: string) => string {
  const homes = people
    .filter(({ home }) => home.length > 1)
    .map(({ home }) => home.replace(/[\\/]+$/, ''))
    .toSorted((one, other) => other.length - one.length);
  const names = people.filter(({ name }) => name !== 'root').map(({ name }) => name);
  const ofHomes = homes.length === 0 ? undefined : new RegExp(homes.map(homePattern).join('|'), 'gi');
  const ofNames =
    names.length === 0
      ? undefined
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const byLowerName = new Map([...references].map(([name, reference]) => [name.toLowerCase(), reference]));
  return (text) => {
    const homeless = ofHomes ? text.replaceAll(ofHomes, '~') : text;
    return ofNames ? homeless.replaceAll(ofNames, (name) => byLowerName.get(name.toLowerCase()) ?? '~') : homeless;
  };
}

// Windows writes a path with either slash.
function homePattern(home: string): string {
  return `${escaped(home).replaceAll(/\\\\|\//g, '[\\\\/]')}(?![^\\\\/:;"'\\s])`;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
