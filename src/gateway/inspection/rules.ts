import {
  buildRuleset,
  type DictionaryTerm,
  importGitleaksRules,
  readValueList,
  type Ruleset,
} from '../../detection/index.ts';

/** What a company's ruleset is made of, as it can be handed to a worker thread. */
export type RulesSource = {
  /** Ids of built-in detectors that shall not run. */
  readonly without: readonly string[];
  readonly terms: readonly DictionaryTerm[];
  /** Texts of `octroi dictionary build`. */
  readonly valueLists: readonly string[];
  /** Texts in the format of gitleaks. */
  readonly gitleaks: readonly string[];
};

export const builtInRules: RulesSource = { without: [], terms: [], valueLists: [], gitleaks: [] };

/**
 * Makes the ruleset; some 30 ms.
 * @throws detection_dictionary_invalid, detection_rules_not_toml, detection_rule_unsupported, detection_rule_invalid,
 *   detection_rule_too_slow
 */
export function rulesetOf({ without, terms, valueLists, gitleaks }: RulesSource): Ruleset {
  return buildRuleset({
    without,
    terms,
    lists: valueLists.map(readValueList),
    imported: gitleaks.map((toml) => importGitleaksRules(toml, () => performance.now())),
  });
}
