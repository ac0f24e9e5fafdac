/** Where something stands: a file as the machine names it, and its line, counted from 1. */
export type Place = { readonly file: string; readonly line: number };

/** A value as far as it can be known without running anything. */
export type Text =
  | { readonly kind: 'known'; readonly text: string }
  /**
   * Made at run time. `isNonEmpty`: a fixed part of it shows that it cannot be empty. `makers`: the commands it comes
   * from, where all of it comes from commands.
   */
  | { readonly kind: 'dynamic'; readonly isNonEmpty: boolean; readonly makers?: readonly string[] | undefined };

/** Why a value cannot be known. Each has a sentence in `messages/`. */
export type Doubt =
  | 'condition'
  | 'dynamic'
  | 'dynamic_source'
  | 'syntax'
  | 'unreadable'
  | 'outside_root'
  | 'too_large'
  | 'too_deep'
  | 'shell_unknown'
  | 'who_unknown';

/** What is known of one variable: set, unset, or either. `previous` is what this one replaced, newest first. */
export type Bound = { readonly previous?: Bound | undefined } & (
  | { readonly kind: 'unset'; readonly at?: Place | undefined }
  | { readonly kind: 'set'; readonly text: Text; readonly at: Place; readonly isExported: boolean }
  | { readonly kind: 'unknown'; readonly at: Place; readonly doubt: Doubt; readonly text?: Text | undefined }
);

export const known = (text: string): Text => ({ kind: 'known', text });

export const dynamic = (cannotBeEmpty = false, makers?: readonly string[]): Text => ({
  kind: 'dynamic',
  isNonEmpty: cannotBeEmpty,
  makers,
});

export const neverSet: Bound = { kind: 'unset' };

const maxHistory = 12;

/** `next`, remembering what it replaced. The history is bounded: a loop would make it endless. */
export function replacing(next: Bound, previous: Bound): Bound {
  if (previous.kind === 'unset' && !previous.at) return next;
  return { ...next, previous: shortened(previous, maxHistory) };
}

function shortened(bound: Bound, left: number): Bound {
  if (!bound.previous) return bound;
  return left <= 1 ? { ...bound, previous: undefined } : { ...bound, previous: shortened(bound.previous, left - 1) };
}

/** What holds after two ways that both may have been taken. */
export function joinBounds(one: Bound, other: Bound): Bound {
  if (one === other) return one;
  if (one.kind === 'set' && other.kind === 'set' && one.isExported === other.isExported)
    return { ...one, text: joinTexts(one.text, other.text) };
  if (one.kind === 'unset' && other.kind === 'unset') return one.at ? one : other;
  if (one.kind === 'unknown') return one;
  if (other.kind === 'unknown') return other;
  const at = newest(one, other);
  return { kind: 'unknown', at, doubt: 'condition', previous: (one.kind === 'set' ? other : one).previous };
}

// One of the two was made by the way that may not have been taken: that is the place to show.
function newest(one: Bound, other: Bound): Place {
  const [first, second] = one.kind === 'set' ? [one, other] : [other, one];
  return (second.at && first.at && isWithin(first, second) ? second.at : first.at) ?? second.at ?? nowhere;
}

function isWithin(old: Bound, chain: Bound): boolean {
  for (let at: Bound | undefined = chain.previous; at; at = at.previous) if (at.at === old.at) return true;
  return false;
}

export const nowhere: Place = { file: '', line: 0 };

export function joinTexts(one: Text, other: Text): Text {
  if (one.kind === 'known' && other.kind === 'known' && one.text === other.text) return one;
  return dynamic(isNonEmpty(one) && isNonEmpty(other), makersOf(one, other));
}

export function isNonEmpty(text: Text): boolean {
  return text.kind === 'known' ? text.text !== '' : text.isNonEmpty;
}

/** Two texts, one after the other. */
export function concatenate(one: Text, other: Text): Text {
  if (one.kind === 'known' && other.kind === 'known') return known(one.text + other.text);
  return dynamic(isNonEmpty(one) || isNonEmpty(other), makersOf(one, other));
}

function makersOf(one: Text, other: Text): readonly string[] | undefined {
  const [first, second] = [one, other].map((text) => (text.kind === 'known' ? [] : text.makers));
  return first && second ? [...first, ...second] : undefined;
}
