import type { Format, LineReading } from '../flow.ts';
import { splitRow } from '../split-row.ts';
import { type FieldPlan, flowAt, planFields, plainName, tellsFlows } from '../named-fields.ts';

/** Tables whose header line names the columns: Zeek TSV, W3C, VPC flow logs, and the CSV of Zscaler, Palo Alto, Netskope, Umbrella. */
export const delimited: Format = {
  name: 'delimited',
  open: (now) => {
    let table: Table | undefined;
    return (text): LineReading => {
      // Once columns are known, only what declares itself can be another header: looking at each row would cost most of it.
      const header = table && !text.startsWith('#') && !isRepeated(table, text) ? undefined : headerOf(text);
      if (header) {
        table = header;
        return 'nothing';
      }
      if (text.startsWith('#')) return 'nothing';
      if (!table) return 'malformed';
      const values = splitRow(text, table.separator);
      if (values?.length !== table.names.length) return 'malformed';
      return flowAt(table.plan, (index) => values[index], now);
    };
  },
};

// Logs that were put one after the other: the second begins with the same words as the first.
function isRepeated({ first }: Table, text: string): boolean {
  return text.startsWith(first);
}

type Table = {
  /** The first column’s name as it was written. */
  readonly first: string;
  readonly names: readonly string[];
  readonly separator: string;
  readonly plan: FieldPlan<number>;
};

function headerOf(text: string): Table | undefined {
  const declared = /^#fields[:\t ]\s*(.*)$/i.exec(text)?.[1];
  if (text.startsWith('#') && declared === undefined) return undefined;
  const said = declared ?? text;
  // A header holds no instant and no address: a line of values that happens to hold these words is not one.
  if (declared === undefined && /\d{4}[-/]|\d+\.\d+\.\d+|\d{9}/.test(said)) return undefined;
  const separator = ['\t', ';', ',', ' '].find((one) => said.includes(one)) ?? '\t';
  const names = splitRow(said, separator)?.map(plainName);
  if (!names || !tellsFlows(names)) return undefined;
  const placeOf = (name: string): number | undefined => {
    const index = names.indexOf(name);
    return index === -1 ? undefined : index;
  };
  return { first: said.split(separator, 1)[0] ?? said, names, separator, plan: planFields(placeOf) };
}
