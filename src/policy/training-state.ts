import { entryOf } from './entry-of.ts';
import type { ExchangeFacts, PersonFacts } from './facts.ts';
import type { Configuration } from './files/configuration.ts';

/**
 * Whether the person has the training the policy asks for. `in_grace`: it has run out, and the policy gives a few days
 * more. `exempt`: it is overdue, and somebody who may let them send for some hours has done so.
 */
export type TrainingState = 'not_required' | 'current' | 'in_grace' | 'exempt' | 'overdue';

const dayMs = 86_400_000;

/** The state of a person's training at an instant, over all modules that are asked for. */
export function trainingStateOf(
  { at, person }: Pick<ExchangeFacts, 'at' | 'person'>,
  { training }: Pick<Configuration, 'training'>,
): TrainingState {
  if (!training.required) return 'not_required';
  // A date that cannot be read is no proof of training: whatever is compared with it is false.
  const overdueForMs = Date.parse(at) - heldUntil(person, training.modules);
  if (overdueForMs <= 0) return 'current';
  if (overdueForMs <= training.graceDays * dayMs) return 'in_grace';
  return Date.parse(at) < Date.parse(person.trainingExemptUntil ?? '') ? 'exempt' : 'overdue';
}

// The module that runs out first decides.
function heldUntil({ trainings, trainingValidUntil = '' }: PersonFacts, modules: readonly string[]): number {
  if (!trainings || modules.length === 0) return endOf(trainingValidUntil);
  return Math.min(...modules.map((module) => endOf(entryOf(trainings, module) ?? '')));
}

// A day is good to its end.
function endOf(dayOrInstant: string): number {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(dayOrInstant);
  return Date.parse(dayOrInstant) + (isDay ? dayMs : 0);
}
