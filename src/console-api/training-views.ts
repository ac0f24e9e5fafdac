import { errorText, findingKindText, type Language, trainingFrameText, typeset } from '../messages/index.ts';
import type { Policy } from '../policy/index.ts';
import {
  leastPersons,
  type ReadModule,
  type RefusedHere,
  type TeamStanding,
  titlesOf,
  type TrainingRules,
} from '../training/index.ts';
import { csv } from './csv.ts';
import type { RulesNow } from './rules.ts';
import type { TeamView } from './training-contract.ts';

/** What the policy in force says of training, and the catalogue that modules are drawn from. */
export function trainingRulesOf({ policy, catalogue }: Pick<RulesNow, 'policy' | 'catalogue'>): TrainingRules {
  const { required, modules, passPercent, attemptsPerDay, validMonths, graceDays } = policy.configuration.training;
  return { catalogue, isRequired: required, modules, passPercent, attemptsPerDay, validMonths, graceDays };
}

/** The section of a module that tells what was refused here, in numbers. */
export function numbersSection(
  { from, until, refused, kinds, reasons }: RefusedHere,
  { language, policy }: { readonly language: Language; readonly policy: Pick<Policy, 'textOf'> },
): ReadModule['sections'][number] {
  const say = (key: Parameters<typeof trainingFrameText>[1], args = {}): string =>
    trainingFrameText(language, key, args);
  const told = refused
    ? [
        say('numbersPeriod', { from, until, count: refused.exchanges, persons: refused.persons }),
        ...kinds.map(({ name, exchanges }) =>
          say('numbersKind', { kind: findingKindText(language, name), count: exchanges }),
        ),
        ...reasons.map(({ name, exchanges }) => {
          const reason = policy.textOf(name)?.[language].text ?? errorText(language, name, {}).text;
          return say('numbersReason', { reason: `« ${reason} »`, count: exchanges });
        }),
      ]
    : [say('numbersFew', { least: leastPersons })];
  return { title: say('numbers'), paragraphs: told.map((text) => ({ text: typeset(language, text), sources: [] })) };
}

export function teamView(team: TeamStanding, rules: TrainingRules, language: Language): TeamView {
  return {
    isRequired: rules.isRequired,
    modules: team.modules.map((id) => ({ id, title: typeset(language, titlesOf(id)[language]) })),
    people: team.people,
  };
}

const columns = ['person', 'module', 'title', 'state', 'valid_until', 'exempt_until'] as const;

/** The team's standing as a table, one line a person and module. */
export function teamCsv({ modules, people }: TeamView): string {
  const titles = new Map(modules.map(({ id, title }) => [id, title]));
  const lines = people.flatMap((person) =>
    person.modules.map(({ module, state, validUntil }) => [
      person.pseudonym,
      module,
      titles.get(module) ?? '',
      state,
      validUntil ?? '',
      person.exemptUntil ?? '',
    ]),
  );
  return csv([columns, ...lines]);
}
