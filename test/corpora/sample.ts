/** One text of a corpus, and the stretches of it that must be found; none in a negative. */
export type Sample = {
  readonly id: string;
  readonly text: string;
  readonly labels: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
};

/** Reads a text in which what must be found stands between « and ». */
export function toSample(id: string, kind: string, marked: string): Sample {
  const labels: { start: number; end: number; kind: string }[] = [];
  const [first = '', ...rest] = marked.split('«');
  let text = first;
  for (const piece of rest) {
    const close = piece.indexOf('»');
    labels.push({ start: text.length, end: text.length + close, kind });
    text += piece.slice(0, close) + piece.slice(close + 1);
  }
  return { id, text, labels };
}
