export { type ArchiveFile, archiveOf } from './archive.ts';
export { escapeMarkup } from './escape-markup.ts';
export { type Sheet, writeOds } from './ods.ts';
export { writeOdt } from './odt.ts';
export { printable } from './printable.ts';
export { type PdfOrder, writePdf } from './write-pdf.ts';
export { writeTextPdf } from './text-pdf.ts';
