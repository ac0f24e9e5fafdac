import type { Decision } from '../decision.ts';
import type { ExchangeFacts, PersonFacts, PlanFacts } from '../facts.ts';

/** Where a hook asks from. */
export type HookPlace = {
  readonly at: string;
  readonly person: PersonFacts;
  readonly workspace: string;
  readonly contract: string;
  readonly plan: PlanFacts;
};

/** The exchange that a hook's file would go into. What a hook cannot know (a model, features) the gateway asks about. */
export function factsOfHook(place: HookPlace): ExchangeFacts {
  return { ...place, features: [], client: { name: 'claude-cli' } };
}

/** What a decision says to a person, in both languages. */
export function saidOf({ texts }: Pick<Decision, 'texts'>): { readonly en: string; readonly fr: string } {
  const said = (language: 'en' | 'fr') =>
    texts.map((each) => `${each[language].text} ${each[language].hint}`).join(' ');
  return { en: said('en'), fr: said('fr') };
}
