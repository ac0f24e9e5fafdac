export { type ArchiveFile, archiveOf } from './archive.ts';
export { type Sheet, writeOds } from './ods.ts';
export { printable } from './printable.ts';
export { type PdfOrder, writePdf } from './write-pdf.ts';
