/** Rows as a table (RFC 4180). It begins with a mark that tells spreadsheets that it is UTF-8. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((fields) => `${csvRow(fields)}\r\n`).join('')}`;
}

/** One row, without its end. */
export function csvRow(fields: readonly string[]): string {
  return fields.map(field).join(',');
}

// A spreadsheet takes what begins like this for a formula, and much of what stands there is named by people.
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
