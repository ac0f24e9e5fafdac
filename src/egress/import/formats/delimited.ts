import type { Format, LineReading } from '../flow.ts';
import { flowOfFields, plainName, tellsFlows } from '../named-fields.ts';

/** Tables whose header line names the columns: Zeek TSV, W3C, VPC flow logs, and the CSV of Zscaler, Palo Alto, Netskope, Umbrella. */
export const delimited: Format = {
  name: 'delimited',
  open: (now) => {
    let table: Table | undefined;
    return (text): LineReading => {
      const header = headerOf(text);
      if (header) {
        table = header;
        return 'nothing';
      }
      if (text.startsWith('#')) return 'nothing';
      if (!table) return 'malformed';
      const values = split(text, table.separator);
      if (values?.length !== table.names.length) return 'malformed';
      return flowOfFields(new Map(table.names.map((name, index) => [name, values[index] ?? ''])), now);
    };
  },
};

type Table = { readonly names: readonly string[]; readonly separator: string };

function headerOf(text: string): Table | undefined {
  const declared = /^#fields[:\t ]\s*(.*)$/i.exec(text)?.[1];
  if (text.startsWith('#') && declared === undefined) return undefined;
  const said = declared ?? text;
  // A header holds no instant and no address: a line of values that happens to hold these words is not one.
  if (declared === undefined && /\d{4}[-/]|\d+\.\d+\.\d+|\d{9}/.test(said)) return undefined;
  const separator = ['\t', ';', ',', ' '].find((one) => said.includes(one)) ?? '\t';
  const names = split(said, separator)?.map(plainName);
  return names && tellsFlows(names) ? { names, separator } : undefined;
}

/** The values of one line; undefined when a quote stays open, as it does in a line cut short. */
function split(text: string, separator: string): readonly string[] | undefined {
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
