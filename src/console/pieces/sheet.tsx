import type { ReactNode } from 'react';
import { roles } from './table-roles.ts';
import './sheet.css';

/** A line of a table; its first cell is what it is about. */
export type SheetRow = { readonly key: string; readonly cells: readonly ReactNode[] };

type SheetProps = { readonly label: string; readonly columns: readonly string[]; readonly rows: readonly SheetRow[] };

/** A plain table, which becomes a list of entries where it is narrow. */
export function Sheet({ label, columns, rows }: SheetProps) {
  return (
    <table className="sheet" {...roles.table} aria-label={label}>
      <thead {...roles.group}>
        <tr {...roles.row}>
          {columns.map((column) => (
            <th key={column} {...roles.columnHead}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.group}>
        {rows.map(({ key, cells: [first, ...others] }) => (
          <tr key={key} {...roles.row}>
            <th {...roles.rowHead}>{first}</th>
            {columns.slice(1).map((column, at) => (
              <td key={column} {...roles.cell}>
                {others[at] === null ? null : <span className="cell-name">{column} </span>}
                {others[at]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
