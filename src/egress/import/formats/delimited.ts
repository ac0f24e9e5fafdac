import type { Format, LineReading } from '../flow.ts';
import { splitRow } from '../split-row.ts';
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
      const values = splitRow(text, table.separator);
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
  const names = splitRow(said, separator)?.map(plainName);
  return names && tellsFlows(names) ? { names, separator } : undefined;
}
