/** What may fill a text's braces. */
export type TextArgs = Readonly<Record<string, string | number>>;

/** Fills `{name}` in a text from `args`; a name that is not given stays as it is, so that it is seen. */
export function fill(text: string, args: TextArgs): string {
  return text.replace(/\{(\w+)\}/g, (brace, name: string) => String(args[name] ?? brace));
}
