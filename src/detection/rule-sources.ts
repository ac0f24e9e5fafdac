import { OctroiError } from '../base/index.ts';
import { readTerms } from './dictionary/terms.ts';
import { isValueList, readValueList } from './dictionary/value-list.ts';
import type { Ruleset } from './engine/ruleset.ts';
import { importGitleaksRules } from './gitleaks/imported-rules.ts';
import { buildRuleset } from './rules.ts';

/** A file that was read, with the name it goes by. */
export type NamedText = { readonly file: string; readonly text: string };

/** What a ruleset is made from: plain data, so that it can be handed to a thread. */
export type RuleSources = {
  /** Ids of built-in detectors that shall not run. */
  readonly without: readonly string[];
  /** Rules in the format of gitleaks. */
  readonly rules: readonly NamedText[];
  /** Plain dictionaries, and lists that `octroi dictionary build` made. */
  readonly dictionaries: readonly NamedText[];
};

/** Which file cannot be used, and the error that says why. */
export type RefusedSource = {
  readonly file: string;
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
};

/** Thrown for the first file that cannot be used. */
export class SourceRefusal extends Error {
  readonly refused: RefusedSource;

  constructor(refused: RefusedSource) {
    super(refused.code);
    this.refused = refused;
  }
}

/** Makes the ruleset. @throws SourceRefusal */
export function rulesetOf({ without, rules, dictionaries }: RuleSources): Ruleset {
  const [lists, plain] = [
    dictionaries.filter(({ text }) => isValueList(text)),
    dictionaries.filter(({ text }) => !isValueList(text)),
  ];
  return buildRuleset({
    without,
    imported: rules.map((source) => reading(source, importGitleaksRules)),
    lists: lists.map((source) => reading(source, readValueList)),
    terms: plain.flatMap((source) => reading(source, readTerms)),
  });
}

function reading<Read>({ file, text }: NamedText, read: (text: string) => Read): Read {
  try {
    return read(text);
  } catch (fault) {
    if (fault instanceof OctroiError) throw new SourceRefusal({ file, code: fault.code, args: fault.args });
    throw fault;
  }
}

/** What octroi brings, and nothing of a company's own. */
export const builtInSources: RuleSources = { without: [], rules: [], dictionaries: [] };
