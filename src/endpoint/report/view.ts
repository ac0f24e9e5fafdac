import { endpointControl, endpointReason, type Language } from '../../messages/index.ts';
import type { State } from '../controls/control.ts';
import type { LiveComparison } from '../live.ts';
import type { Scan, Verdict } from '../scan.ts';
import type { EffectiveVariable } from '../variables.ts';

/** A scan as its JSON says it. Names and meanings are stable within `schema`; new ones may be added. */
export type ScanView = {
  readonly schema: 'octroi.endpoint.scan/1';
  readonly scannedAt: string;
  readonly root: string;
  readonly system: string;
  readonly persons: readonly { readonly name: string; readonly home: string; readonly shell: string | null }[];
  readonly summary: Readonly<Record<State, number>>;
  readonly verdicts: readonly VerdictView[];
  readonly variables: readonly VariableView[];
  readonly live?: readonly LiveComparison[];
};

export type VerdictView = {
  readonly person: string;
  readonly control: string;
  readonly title: string;
  readonly state: State;
  readonly value: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly source: string | null;
  /** Whether only an administrator can undo it. */
  readonly holds: boolean;
  readonly why: string;
  readonly reason: string;
  readonly overrides: readonly {
    readonly file: string;
    readonly line: number;
    readonly value: string | null;
    readonly source: string;
  }[];
  readonly session: string | null;
  readonly project: string | null;
  readonly sessions: readonly SessionView[];
};

/** A variable that reaches the client, or would: what holds in one session, outside projects. */
export type VariableView = {
  readonly person: string;
  readonly variable: string;
  readonly session: string;
  readonly state: 'set' | 'unset' | 'unknown';
  readonly value: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly source: string | null;
  readonly overrides: VerdictView['overrides'];
};

export type SessionView = {
  readonly session: string;
  readonly state: State;
  readonly value: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly decides: boolean;
};

/** A scan in one language, with every credential left out. */
export function viewOf(scan: Scan, language: Language): ScanView {
  return {
    schema: 'octroi.endpoint.scan/1',
    scannedAt: scan.scannedAt,
    root: scan.root,
    system: scan.system,
    persons: scan.people.map(({ name, home, shell }) => ({ name, home, shell: shell ?? null })),
    summary: scan.counts,
    verdicts: scan.verdicts.map((verdict) => viewVerdict(verdict, language)),
    variables: scan.variables.map(viewVariable),
  };
}

function viewVerdict(verdict: Verdict, language: Language): VerdictView {
  const { person, control, state, why, place, source, holds, overrides, session, project, sessions } = verdict;
  const shown = (value: string | null | undefined): string | null => withoutSecrets(value, control);
  const args = Object.fromEntries(
    Object.entries(why.args).map(([key, value]) => [
      key,
      typeof value === 'string' && key === 'value' ? (shown(value) ?? '') : value,
    ]),
  );
  return {
    person,
    control,
    title: endpointControl(language, control),
    state,
    value: shown(verdict.value),
    file: place?.file ?? null,
    line: place?.line ?? null,
    source: source ?? null,
    holds: holds ?? false,
    why: endpointReason(language, why.code, args),
    reason: why.code,
    overrides: (overrides ?? []).map((one) => ({
      file: one.file,
      line: one.line,
      value: shown(one.value),
      source: one.source,
    })),
    session: session ?? null,
    project: project ?? null,
    sessions: (sessions ?? []).map((one) => ({
      session: one.session,
      state: one.state,
      value: shown(one.value),
      file: one.place?.file ?? null,
      line: one.place?.line ?? null,
      decides: one.decides,
    })),
  };
}

function viewVariable({
  person,
  name,
  session,
  state,
  text,
  place,
  source,
  overrides,
}: EffectiveVariable): VariableView {
  const kind = /KEY|TOKEN/.test(name) ? 'token_kind' : '';
  return {
    person,
    variable: name,
    session,
    state,
    value: withoutSecrets(text, kind),
    file: place?.file ?? null,
    line: place?.line ?? null,
    source: source ?? null,
    overrides: overrides.map((one) => ({
      file: one.file,
      line: one.line,
      value: withoutSecrets(one.value, kind),
      source: one.source,
    })),
  };
}

const withheld = '[withheld]';
const maxShownLength = 300;

/** A value as it may be shown: nothing octroi found is kept, neither a token's value nor a password in an address. */
export function withoutSecrets(value: string | null | undefined, control: string): string | null {
  if (value === null || value === undefined) return null;
  if (control === 'token_kind' || /sk-[\w-]{8}/.test(value)) return withheld;
  return value.replaceAll(/:\/\/[^/@\s]+@/g, '://[withheld]@').slice(0, maxShownLength);
}
