export { printable } from './printable.ts';
export { type PdfOrder, writePdf } from './write-pdf.ts';
