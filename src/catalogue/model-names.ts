import type { ModelRule } from './schema/catalogue.ts';

/** The rules whose family a model belongs to, however the route writes its name. */
export function rulesForModel(rules: readonly ModelRule[], modelName: string): readonly ModelRule[] {
  const words = wordsOf(modelName);
  const ownName = wordsOf(modelName.slice(modelName.lastIndexOf('/') + 1));
  return rules.filter(({ family, match }) =>
    match === 'start' ? ownName.startsWith(`-${family}`) : words.includes(`-${family}-`),
  );
}

// `us.anthropic.claude-fable-5-20260609-v1:0` and `Claude Fable 5 [1m]` come out the same way: small letters and digits,
// hyphens between, one at each end. Letters and digits that touch are parted, since `fable5` is `fable-5` elsewhere.
function wordsOf(name: string): string {
  const parted = name.toLowerCase().replace(/([a-z])(?=\d)/g, '$1-');
  return `-${parted.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}-`;
}
