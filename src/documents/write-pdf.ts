import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { canonicalJson, type Json } from '../base/index.ts';
import { printable } from './printable.ts';

/** A document to set: how it is set, what it says, and what a machine reads in it. */
export type PdfOrder = {
  /** Typst. It finds what it says as JSON in `sys.inputs.data` and fills it in: no text of others is ever source. */
  readonly source: string;
  readonly data: Json;
  /** What is embedded and read again by programs, as it is; the source attaches `sys.inputs.attached`. */
  readonly attached: string;
  /** When it was made, by the wall clock that stands in its metadata. */
  readonly at: Date;
};

/**
 * Sets a document as PDF/A-3a. The same order gives the same bytes.
 *
 * The compiler enforces one standard at a time: the document is also set as PDF/UA-1, and what that refuses (a picture
 * without words for it, a jump in the headings) refuses the document. The file declares PDF/A-3a alone.
 * @throws what the compiler has against the source: our own fault, whatever the data
 */
export function writePdf({ source, data, attached, at }: PdfOrder): Buffer {
  const compiler = NodeCompiler.create();
  const order = { mainFileContent: source, inputs: { data: canonicalJson(shownIn(data)), attached } };
  const creationTimestamp = Math.floor(at.getTime() / 1_000);
  const setAs = (pdfStandard: string): Buffer => compiler.pdf(order, { pdfStandard, creationTimestamp });
  try {
    setAs('ua-1');
    return setAs('a-3a');
  } catch (fault) {
    throw new Error(`writePdf: ${describe(fault)}`, { cause: fault });
  }
}

function shownIn(value: Json): Json {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map(shownIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, each === undefined ? undefined : shownIn(each)]),
  );
}

function describe(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault);
}
