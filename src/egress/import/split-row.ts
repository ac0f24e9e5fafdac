/** The values of a row; undefined when a quote stays open, as it does in a line cut short. */
export function splitRow(text: string, separator: string): readonly string[] | undefined {
  if (!text.includes('"') || separator === '\t') return text.split(separator);
  const values: string[] = [];
  let at = 0;
  while (at <= text.length) {
    if (text[at] !== '"') {
      const end = text.indexOf(separator, at);
      values.push(text.slice(at, end === -1 ? undefined : end).trim());
      if (end === -1) return values;
      at = end + 1;
      continue;
    }
    const end = closingQuote(text, at + 1);
    if (end === -1) return undefined;
    values.push(text.slice(at + 1, end).replaceAll('""', '"'));
    if (end + 1 >= text.length) return values;
    if (text[end + 1] !== separator) return undefined;
    at = end + 2;
  }
  return values;
}

function closingQuote(text: string, from: number): number {
  let end = text.indexOf('"', from);
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end;
}
