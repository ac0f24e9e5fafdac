import { type ArchiveFile, archiveOf } from './archive.ts';

/** What an OpenDocument file is made of, as XML without its frame. */
export type OpenDocumentParts = {
  readonly sort: 'spreadsheet' | 'text';
  readonly automaticStyles: string;
  /** Styles that have names people see, and the page. */
  readonly styles: string;
  readonly body: string;
  /** Title, language and the like; none where it is absent. */
  readonly meta?: string;
};

const namespaces = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
].join(' ');
const metaNamespaces = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ');
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An OpenDocument 1.3 file (ISO/IEC 26300). The same parts give the same bytes. */
export function openDocument({ sort, automaticStyles, styles, body, meta }: OpenDocumentParts): Buffer {
  const mediaType = `application/vnd.oasis.opendocument.${sort}`;
  const content = `<office:automatic-styles>${automaticStyles}</office:automatic-styles><office:body><office:${sort}>${body}</office:${sort}></office:body>`;
  return archiveOf(
    [
      file('META-INF/manifest.xml', manifestOf(mediaType, meta !== undefined)),
      file(
        'content.xml',
        `${head}<office:document-content ${namespaces} office:version="1.3">${content}</office:document-content>`,
      ),
      file(
        'styles.xml',
        `${head}<office:document-styles ${namespaces} office:version="1.3">${styles || '<office:styles/>'}</office:document-styles>`,
      ),
      ...(meta === undefined ? [] : [file('meta.xml', metaFile(meta))]),
    ],
    // Programs tell an OpenDocument file by this one, at its very beginning.
    file('mimetype', mediaType),
  );
}

function metaFile(meta: string): string {
  return `${head}<office:document-meta ${metaNamespaces} office:version="1.3"><office:meta>${meta}</office:meta></office:document-meta>`;
}

function manifestOf(mediaType: string, hasMeta: boolean): string {
  const names = ['content.xml', 'styles.xml', ...(hasMeta ? ['meta.xml'] : [])];
  const entries = names.map(
    (name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`,
  );
  return `${head}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mediaType}"/>${entries.join('')}</manifest:manifest>`;
}

function file(name: string, text: string): ArchiveFile {
  return { name, bytes: Buffer.from(text) };
}
