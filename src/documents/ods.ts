import { type ArchiveFile, archiveOf } from './archive.ts';

/** A sheet of a spreadsheet: its name, and its rows of text, the first of them its headings. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] };

const mediaType = 'application/vnd.oasis.opendocument.spreadsheet';
const office = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0';
const namespaces = [
  `xmlns:office="${office}"`,
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
].join(' ');
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A spreadsheet as OpenDocument 1.3 (ISO/IEC 26300). Every cell is text: nothing is a formula. The same sheets give the same bytes. */
export async function writeOds(sheets: readonly Sheet[]): Promise<Buffer> {
  return archiveOf(
    [
      file('META-INF/manifest.xml', manifest),
      file(
        'content.xml',
        `${head}<office:document-content ${namespaces} office:version="1.3">${styles}${body(sheets)}</office:document-content>`,
      ),
      file(
        'styles.xml',
        `${head}<office:document-styles ${namespaces} office:version="1.3"><office:styles/></office:document-styles>`,
      ),
    ],
    // Programs tell an OpenDocument file by this one, at its very beginning.
    file('mimetype', mediaType),
  );
}

function file(name: string, text: string): ArchiveFile {
  return { name, bytes: Buffer.from(text) };
}

const manifest = `${head}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mediaType}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

const styles =
  '<office:automatic-styles>' +
  '<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="6cm"/></style:style>' +
  '<style:style style:name="heading" style:family="table-cell"><style:text-properties fo:font-weight="bold"/><style:table-cell-properties fo:wrap-option="wrap" fo:background-color="#e8eaed"/></style:style>' +
  '<style:style style:name="body" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>' +
  '</office:automatic-styles>';

function body(sheets: readonly Sheet[]): string {
  return `<office:body><office:spreadsheet>${sheets.map(table).join('')}</office:spreadsheet></office:body>`;
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

/** A text as it stands in XML or HTML. XML 1.0 has no place for most control characters, escaped or not. */
export function escapeMarkup(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
