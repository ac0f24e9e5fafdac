// No line is read further than this: a text without line breaks must not cost its length at every keyword.
const reach = 2_000;

/** Where the line that `at` stands in begins; 2,000 units before `at` when it is longer. */
export function lineStart(text: string, at: number): number {
  const from = Math.max(0, at - reach);
  return from + text.slice(from, at).lastIndexOf('\n') + 1;
}

/** Where the line that `at` stands in ends; 2,000 units behind `at` when it is longer. */
export function lineEnd(text: string, at: number): number {
  const to = Math.min(text.length, at + reach);
  const end = text.slice(at, to).indexOf('\n');
  return end === -1 ? to : at + end;
}
