import { evaluationError } from '../errors.ts';
import type { Input } from '../input/schema.ts';
import type { Choice } from '../model/model.ts';
import { optionNames } from '../model/options.ts';

/** A choice by the names of options, for every class of an input and nothing else. @throws evaluation_choice_missing, evaluation_choice_unknown */
export function checkedChoice(given: Readonly<Record<string, string>>, { classes }: Pick<Input, 'classes'>): Choice {
  const missing = Object.keys(classes).filter((label) => !Object.hasOwn(given, label));
  if (missing.length > 0) throw evaluationError('evaluation_choice_missing', { labels: missing.join(', ') });
  return Object.fromEntries(
    Object.entries(given).map(([label, wanted]) => {
      const isThere = Object.hasOwn(classes, label);
      const option = optionNames.find((name) => name === wanted);
      if (isThere && option !== undefined) return [label, option];
      const options = (isThere ? optionNames : Object.keys(classes)).join(', ');
      throw evaluationError('evaluation_choice_unknown', { label, option: wanted, options });
    }),
  );
}
