import { escapeMarkup } from './escape-markup.ts';
import { openDocument } from './open-document.ts';

/** A sheet of a spreadsheet: its name, and its rows of text, the first of them its headings. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] };

/** A spreadsheet as OpenDocument 1.3 (ISO/IEC 26300). Every cell is text: nothing is a formula. The same sheets give the same bytes. */
export async function writeOds(sheets: readonly Sheet[]): Promise<Buffer> {
  return openDocument({ sort: 'spreadsheet', automaticStyles: styles, styles: '', body: body(sheets) });
}

const styles =
  '<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="6cm"/></style:style>' +
  '<style:style style:name="heading" style:family="table-cell"><style:text-properties fo:font-weight="bold"/><style:table-cell-properties fo:wrap-option="wrap" fo:background-color="#e8eaed"/></style:style>' +
  '<style:style style:name="body" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>';

function body(sheets: readonly Sheet[]): string {
  return sheets.map(table).join('');
}

function table({ name, rows }: Sheet): string {
  const columns = Math.max(1, ...rows.map(({ length }) => length));
  const [headings, ...rest] = rows;
  const header = headings ? `<table:table-header-rows>${row(headings, 'heading')}</table:table-header-rows>` : '';
  return `<table:table table:name="${escapeMarkup(name.replaceAll(/[[\]*?:/\\']/g, ' ').slice(0, 31))}"><table:table-column table:style-name="wide" table:number-columns-repeated="${columns}"/>${header}${rest.map((each) => row(each, 'body')).join('')}</table:table>`;
}

function row(cells: readonly string[], style: string): string {
  return `<table:table-row>${cells.map((text) => cell(text, style)).join('')}</table:table-row>`;
}

function cell(text: string, style: string): string {
  const lines = text.split('\n').map((line) => `<text:p>${escapeMarkup(line)}</text:p>`);
  return `<table:table-cell table:style-name="${style}" office:value-type="string">${lines.join('')}</table:table-cell>`;
}
