import { cliText, type Language } from '../messages/index.ts';
import { csv } from './csv.ts';
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

/** The matrix as a table, one line a cell. */
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
  return csv([columns, ...lines]);
}
