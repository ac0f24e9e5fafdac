import type { Catalogue, KnownHost } from '../../catalogue/index.ts';
import { type Attempt, lineOf } from './attempt.ts';
import type { Seen } from './lab/run-inside.ts';
import type { Mode } from './run-once.ts';

/** What one attempt was for: the gateway, what the catalogue says the client cannot do without, or neither. */
export type Bearing = 'gateway' | 'needed' | 'beyond';

export type JudgedAttempt = Attempt & { readonly line: string; readonly bearing: Bearing };

/** One run as it is reported. */
export type RunReport = Omit<Seen, 'attempts' | 'version' | 'hasAnswer'> & {
  readonly settings: 'none' | 'machine' | 'profile' | 'variable';
  /** The one variable that was set. */
  readonly variable?: string;
  readonly mode: Mode;
  readonly gateway: string | null;
  /** How far it came: a stand-in answered its question, it asked for something, or it asked for nothing. */
  readonly reached: 'answered' | 'asked' | 'nothing';
  readonly attempts: readonly JudgedAttempt[];
};

/** A line the settings silenced, and by which of them. */
export type Silenced = {
  readonly mode: Mode;
  readonly line: string;
  readonly by: readonly string[];
  /** `measured`: each was tried alone; `catalogue`: the catalogue says so; `unknown`: neither. */
  readonly basis: 'measured' | 'catalogue' | 'unknown';
};

/** What was seen with nothing set, beside the record of a version. */
export type Comparison = {
  /** The version the record is of; null where there is none of any. */
  readonly recorded: string | null;
  /** Whether it is of the very version that ran. */
  readonly isSameVersion: boolean;
  readonly modes: readonly {
    readonly mode: Mode;
    readonly missing: readonly string[];
    readonly added: readonly string[];
  }[];
  /** Hosts that the catalogue knows nothing of. */
  readonly unknownHosts: readonly string[];
};

/** `quiet`: nothing beyond; `speaks`: something beyond; `unknown`: it did not come far enough, or not all could be seen. */
export type ProbeVerdict = 'quiet' | 'speaks' | 'unknown';

/** A probe of one client, as its JSON says it. Names and meanings are stable within `schema`; new ones may be added. */
export type ProbeReport = {
  readonly schema: 'octroi.endpoint.probe/1';
  readonly client: string;
  readonly version: string;
  readonly program: string;
  readonly system: string;
  readonly probedAt: string;
  /** `namespace`: there was no network; `proxy_only`: what goes past the proxy was neither held nor seen. */
  readonly guarantee: 'namespace' | 'proxy_only';
  readonly verdict: ProbeVerdict;
  readonly runs: readonly RunReport[];
  readonly silenced: readonly Silenced[];
  readonly comparison: Comparison;
};

/** What a report is read against: the catalogue of a day, and how hosts without a fixed name are called there. */
export type Against = {
  /** Whose the client is: other vendors' hosts are none of its needs. */
  readonly vendor: string;
  readonly catalogue: Catalogue;
  readonly on: Date;
  readonly npmRegistry: string | undefined;
};

export type RunSeen = {
  readonly settings: RunReport['settings'];
  readonly variable?: string;
  readonly mode: Mode;
  readonly gateway: string | undefined;
  readonly seen: Seen;
};

/** A run with each attempt judged. */
export function reportRun({ seen, gateway, ...about }: RunSeen, against: Against): RunReport {
  const { attempts, hasAnswer, exitCode, isOutOfTime, shown, unseen, leftBehind } = seen;
  const reached = hasAnswer ? 'answered' : attempts.length > 0 ? 'asked' : 'nothing';
  const judged = attempts.map((attempt) => {
    const named = { ...attempt, host: symbolFor(attempt.host, against) };
    return { ...named, line: lineOf(named), bearing: bearingOf(attempt, gateway, against) };
  });
  return {
    ...about,
    gateway: gateway ?? null,
    reached,
    attempts: judged,
    exitCode,
    isOutOfTime,
    shown,
    unseen,
    leftBehind,
  };
}

function symbolFor(host: string, { npmRegistry }: Against): string {
  return host === npmRegistry ? 'npm-registry' : host;
}

// With a gateway nothing else is needed; without one it is the vendor's own API and sign-in, and what nothing stops.
function bearingOf(attempt: Attempt, gateway: string | undefined, against: Against): Bearing {
  if (gateway !== undefined && isGateway(attempt, new URL(gateway))) return 'gateway';
  return gateway === undefined && attempt.way !== 'name' && isNeeded(attempt, against) ? 'needed' : 'beyond';
}

function isGateway({ way, host, port }: Attempt, { hostname, port: own, protocol }: URL): boolean {
  const isHere = host === hostname || (isLoopback(host) && isLoopback(hostname));
  return isHere && (way === 'name' || port === Number(own || (protocol === 'http:' ? 80 : 443)));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || host.startsWith('127.');
}

function isNeeded({ host, method, path }: Attempt, { vendor, catalogue, on, npmRegistry }: Against): boolean {
  const [known] = catalogue.hostsNamed(host, on, { npmRegistry });
  if (!known?.isRequired || known.vendor !== vendor) return false;
  const entry = known.paths === undefined || method === undefined ? known : describedPath(known, method, path);
  if (entry === undefined || ('stoppedBy' in entry && entry.stoppedBy.length > 0)) return false;
  return entry.purpose === 'api' || entry.purpose === 'auth' || entry.purpose === 'settings';
}

/** The catalogue's entry for a method and path of a host. */
export function describedPath(host: KnownHost | undefined, method: string | undefined, path: string | undefined) {
  return host?.paths?.find((one) => one.method === method && matches(one.path, path ?? '/'));
}

/** Whether a text is what a pattern says, in which `*` stands for anything but a slash. */
export function matches(pattern: string, text: string): boolean {
  const escaped = pattern.split('*').map((piece) => piece.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${escaped.join('[^/]*')}$`).test(text);
}

/** The verdict on what the settings in force leave: every run with them must have gone all the way, and in full sight. */
export function verdictOn(runs: readonly RunReport[], guarantee: ProbeReport['guarantee']): ProbeVerdict {
  const withSettings = runs.filter(({ settings }) => settings === 'machine' || settings === 'profile');
  if (withSettings.some(({ attempts }) => attempts.some(({ bearing }) => bearing === 'beyond'))) return 'speaks';
  const isAllSeen = withSettings.every(({ unseen }) => unseen?.refused === 0 && unseen.datagrams === 0);
  const isWhole = withSettings.every(({ reached }) => reached === 'answered') && withSettings.length > 0;
  return guarantee === 'namespace' && isAllSeen && isWhole ? 'quiet' : 'unknown';
}
