import { cliText, type Language } from '../messages/index.ts';
import type { MatrixView } from './policy-contract.ts';

const columns = [
  'vendor',
  'product',
  'plan',
  'audience',
  'agreed',
  'contracts',
  'label',
  'content',
  'verdict',
  'reasons',
  'why',
  'on',
  'workspace',
  'policy_version',
  'catalogue_version',
] as const;

/** The matrix as a table (RFC 4180), one line a cell. It begins with a mark that tells spreadsheets that it is UTF-8. */
export function matrixCsv(matrix: MatrixView, language: Language): string {
  const { on, workspace, policyVersion, catalogueVersion, reasons: texts } = matrix;
  const lines = matrix.rows.flatMap((row) =>
    row.cells.map(({ label, content, verdict, reasons }) => [
      row.vendorName,
      row.product,
      row.planName,
      row.audience,
      row.agreed.join(' '),
      row.contracts.join(' '),
      label,
      cliText(language, `content.${content}`, {}),
      cliText(language, `verdict.${verdict}`, {}),
      reasons.join(' '),
      reasons.map((reason) => texts[reason]?.[language].text ?? reason).join(' '),
      on,
      workspace ?? '',
      policyVersion,
      catalogueVersion,
    ]),
  );
  return `\uFEFF${[columns, ...lines].map((fields) => `${fields.map(field).join(',')}\r\n`).join('')}`;
}

// A spreadsheet takes what begins like this for a formula, and labels and contracts are named by people.
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
