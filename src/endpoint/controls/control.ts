import type { Place } from '../environment/bound.ts';
import type { Installation } from '../claude/installations.ts';
import type { Project } from '../claude/projects.ts';
import type { Origin, Override, Situation, Variable } from '../claude/situations.ts';
import type { Machine } from '../machine/machine.ts';
import type { Person } from '../machine/person.ts';
import type { Session } from '../environment/sessions.ts';
import type { RegistryView } from '../environment/windows.ts';
import type { EndpointReason } from '../reasons.ts';
import type { Requirements } from '../requirements.ts';
import type { FindSecrets } from '../traces/local-traces.ts';

export type State = 'met' | 'not_met' | 'unknown';

export type Why = { readonly code: EndpointReason; readonly args: Readonly<Record<string, string | number>> };

/** What a control found, and what decided it. */
export type Judgement = {
  readonly state: State;
  readonly why: Why;
  /** The effective value, as text; undefined where there is none or it is not known. */
  readonly value?: string | undefined;
  readonly place?: Place | undefined;
  readonly source?: Origin | undefined;
  /** Only an administrator can undo it. */
  readonly holds?: boolean | undefined;
  readonly overrides?: readonly Override[] | undefined;
  readonly session?: string | undefined;
  readonly project?: string | undefined;
  /** What each session gives, where they were looked at one by one. */
  readonly sessions?: readonly SessionJudgement[] | undefined;
};

export type SessionJudgement = {
  readonly session: string;
  readonly state: State;
  readonly value: string | undefined;
  readonly place: Place | undefined;
  readonly decides: boolean;
};

/** Everything known about one person on one machine. */
export type Subject = {
  readonly machine: Machine;
  readonly person: Person;
  readonly people: readonly Person[];
  readonly registry: RegistryView;
  readonly sessions: readonly Session[];
  readonly situations: readonly Situation[];
  readonly projects: readonly Project[];
  readonly installations: readonly Installation[];
  readonly requirements: Requirements;
  readonly findSecrets: FindSecrets | undefined;
  readonly now: Date;
};

export type Control = { readonly id: string; readonly judge: (subject: Subject) => Judgement };

export function because(code: EndpointReason, args: Why['args'] = {}): Why {
  return { code, args };
}

const worst: Readonly<Record<State, number>> = { not_met: 2, unknown: 1, met: 0 };

/** A control judged in each situation: the worst of those that decide is the verdict. */
export function inEverySituation(id: string, judgeOne: (situation: Situation, subject: Subject) => Judgement): Control {
  return {
    id,
    judge: (subject) => {
      const judged = subject.situations.map((situation) => ({ situation, judgement: judgeOne(situation, subject) }));
      const deciding = judged.filter(({ situation }) => situation.session.decides);
      const [first, ...others] = deciding.length > 0 ? deciding : judged;
      if (!first) return { state: 'unknown', why: because('no_session') };
      const chosen = others.reduce((a, b) => (worst[b.judgement.state] > worst[a.judgement.state] ? b : a), first);
      return {
        ...chosen.judgement,
        session: chosen.situation.session.name,
        project: chosen.situation.project?.path,
        sessions: judged
          .filter(({ situation }) => situation.project === undefined)
          .map(({ situation, judgement }) => ({
            session: situation.session.name,
            state: judgement.state,
            value: judgement.value,
            place: judgement.place,
            decides: situation.session.decides,
          })),
      };
    },
  };
}

/** What decided, as a variable tells it. */
export function decidedBy(variable: Variable): Pick<Judgement, 'value' | 'place' | 'source' | 'holds' | 'overrides'> {
  const { text, place, source, holds, overrides } = variable;
  return { value: text, place, source, holds, overrides };
}

/** Why a variable is not set, or cannot be said to be. */
export function whyNot(variable: Variable): Why {
  const args = { name: variable.name };
  const { cause } = variable;
  if (cause === undefined || cause === 'never') return because('never_set', args);
  if (cause === 'unset') return because('variable_unset', args);
  if (cause === 'empty') return because('variable_empty', args);
  return cause === 'not_exported' ? because('not_exported', args) : because(`doubt_${cause}`, args);
}

/** As the client reads a yes: 1, true, yes, on, in any case. Measured in 2.1.332's own code. */
export function isYes(text: string): boolean {
  return ['1', 'true', 'yes', 'on'].includes(text.trim().toLowerCase());
}
