import type { EvaluationOption } from '../../ledger/index.ts';

/**
 * What can be done about a class of data. `zdr` takes away the copies that lie at the vendor, and nothing else; `block`
 * lets the class leave no more, but for what goes around.
 */
export const optionNames = [
  'as_is',
  'redaction',
  'zdr',
  'zdr_redaction',
  'block',
] as const satisfies readonly EvaluationOption[];

export type OptionName = EvaluationOption;
