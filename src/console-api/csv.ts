/** Rows as a table (RFC 4180). It begins with a mark that tells spreadsheets that it is UTF-8. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((fields) => `${fields.map(field).join(',')}\r\n`).join('')}`;
}

// A spreadsheet takes what begins like this for a formula, and much of what stands there is named by people.
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
