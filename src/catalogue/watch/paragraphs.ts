import { normaliseTerms } from './normalise.ts';

/** A paragraph that is another one now: `after` is undefined where nothing like it is left. */
export type ChangedParagraph = { readonly before: string; readonly after: string | undefined };

type Paragraph = { readonly text: string; readonly normalised: string };

// Below a third of words in common two paragraphs are two paragraphs, not one that was changed.
const leastLikeness = 1 / 3;

/** The paragraphs of `before` that hold a passage, each beside what became of it in `after`. */
export function changedParagraphs(before: string, after: string, passage: string): readonly ChangedParagraph[] {
  const now = paragraphsOf(after);
  return holding(paragraphsOf(before), passage).map(({ text, normalised }) => ({
    before: text,
    after: mostLike(normalised, now)?.text,
  }));
}

/** How many paragraphs of one text are not in the other, either way. */
export function countChangedParagraphs(before: string, after: string): number {
  const [old, now] = [before, after].map((text) => new Set(paragraphsOf(text).map(({ normalised }) => normalised)));
  if (!old || !now) return 0;
  return old.difference(now).size + now.difference(old).size;
}

function paragraphsOf(text: string): readonly Paragraph[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => ({ text: paragraph.trim(), normalised: normaliseTerms(paragraph) }))
    .filter(({ normalised }) => normalised !== '');
}

// A passage may run over the end of a paragraph: it is looked for in all of them together.
function holding(paragraphs: readonly Paragraph[], passage: string): readonly Paragraph[] {
  const start = paragraphs
    .map(({ normalised }) => normalised)
    .join(' ')
    .indexOf(passage);
  if (start === -1) return [];
  const end = start + passage.length;
  let position = 0;
  return paragraphs.filter(({ normalised }) => {
    const from = position;
    position += normalised.length + 1;
    return from < end && from + normalised.length > start;
  });
}

function mostLike(paragraph: string, others: readonly Paragraph[]): Paragraph | undefined {
  const words = new Set(paragraph.split(' '));
  let best: { paragraph: Paragraph; likeness: number } | undefined;
  for (const other of others) {
    const likeness = shareInCommon(words, new Set(other.normalised.split(' ')));
    if (likeness > (best?.likeness ?? leastLikeness)) best = { paragraph: other, likeness };
  }
  return best?.paragraph;
}

// Dice's coefficient over distinct words.
function shareInCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return (2 * one.intersection(other).size) / (one.size + other.size);
}
