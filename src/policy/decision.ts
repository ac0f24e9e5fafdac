import type { ReasonText } from './cedar/read-policies.ts';
import type { TrainingState } from './training-state.ts';
import type { RestorePlace } from './files/configuration.ts';

export type Verdict = 'allow' | 'redact' | 'block';

/** What holds for one part. `reasons` are policy ids: what permits it, what forbids it as it is, or what forbids it at all. */
export type PartDecision = {
  readonly verdict: Verdict;
  readonly label: string;
  readonly reasons: readonly string[];
  /** On `redact`: the detectors whose findings must be replaced; what others found may stay. */
  readonly redact: readonly string[];
};

/** What holds for an exchange: the strictest of its parts. A blocked part blocks the exchange. */
export type Decision = {
  readonly verdict: Verdict;
  /** In the order of the parts that were handed in. */
  readonly parts: readonly PartDecision[];
  /** Ids of the policies behind the verdict, each once. */
  readonly reasons: readonly string[];
  /** What the reasons say, in the same order. */
  readonly texts: readonly ReasonText[];
  /** SHA-256 of all that the decision was made by. */
  readonly policyVersion: string;
  /** Of the sender; `unknown` where the policy could not be evaluated. */
  readonly training: TrainingState | 'unknown';
  readonly retentionClass: string;
  /** Into what stand-ins may be turned back in the answer. */
  readonly restoreInto: readonly RestorePlace[];
};

export function strictestVerdict(parts: readonly { readonly verdict: Verdict }[]): Verdict {
  if (parts.some(({ verdict }) => verdict === 'block')) return 'block';
  return parts.some(({ verdict }) => verdict === 'redact') ? 'redact' : 'allow';
}

/*
 * Reasons that no policy gives. They are worded here as policies are in their files, and no policy may take their ids.
 */
export const ownReasons = {
  'no-permit': {
    en: { text: 'No policy permits it.', hint: 'An operator should look at the policies.' },
    fr: { text: 'Aucune règle ne l’autorise.', hint: 'Un exploitant doit vérifier les règles.' },
  },
  'cannot-be-redacted': {
    en: {
      text: 'It may leave only after redaction, and there is nothing in it that could be replaced.',
      hint: 'Take it out, or go back before it (/rewind).',
    },
    fr: {
      text: 'Son envoi suppose un caviardage, et rien ne peut y être remplacé.',
      hint: 'Retirez-le, ou revenez en arrière (/rewind).',
    },
  },
  'evaluation-failed': {
    en: {
      text: 'The policy could not be evaluated, so nothing was sent.',
      hint: 'An operator should look at the log.',
    },
    fr: {
      text: 'La règle n’a pas pu être évaluée : rien n’a été envoyé.',
      hint: 'Un exploitant doit lire le journal.',
    },
  },
} as const satisfies Record<string, ReasonText>;
