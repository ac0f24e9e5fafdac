export { type ArchiveFile, archiveOf } from './archive.ts';
export { escapeMarkup, type Sheet, writeOds } from './ods.ts';
export { printable } from './printable.ts';
export { type PdfOrder, writePdf } from './write-pdf.ts';
