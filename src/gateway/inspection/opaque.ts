import type { Piece } from '../anthropic/piece.ts';
import type { Leaf } from './leaf.ts';

/*
 * What is not looked at, since nothing can be read in it: pictures and printed documents, by the first bytes of their
 * formats in base64; a thought's seal; the vendor's own ids. A text that only says it is one of these is looked at.
 */
const pictures = /^(?:iVBORw0KGgo|\/9j\/|R0lGOD|UklGR|JVBERi0)/;
const seals: ReadonlySet<string> = new Set(['signature', 'data']);
const shortestSeal = 64;
const vendorId = /^(?:toolu|srvtoolu|mcptoolu|msg|req|file|container)_[0-9A-Za-z]{16,40}$/;
const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Whether a string holds what cannot be read. `piece` is the piece of the body that it belongs to. */
export function isOpaque(bytes: Buffer, leaf: Leaf, piece: Piece | undefined): boolean {
  const length = leaf.end - leaf.start;
  if (leaf.form !== 'string' || leaf.hasEscapes || length < 16) return false;
  const beginning = bytes.toString('latin1', leaf.start, leaf.start + Math.min(length, 64));
  if (length <= 64 && vendorId.test(beginning)) return true;
  const isMedia = leaf.name === 'data' && (piece?.facts.kind === 'image' || piece?.facts.kind === 'document');
  const isSeal = piece?.facts.kind === 'thinking' && seals.has(leaf.name) && length >= shortestSeal;
  if (!(isMedia && pictures.test(beginning)) && !isSeal) return false;
  const text = bytes.toString('latin1', leaf.start, leaf.end);
  return base64.test(text) && !isReadable(text);
}

// What decodes to text is no picture, whatever it begins with.
function isReadable(text: string): boolean {
  const decoded = Buffer.from(text.slice(64, 64 + 8_192), 'base64');
  const printable = decoded.reduce((sum, byte) => sum + (byte >= 0x20 && byte < 0x7f ? 1 : 0), 0);
  return decoded.length >= 48 && printable > decoded.length * 0.9;
}

/** Whether the leaf only names a vendor's id, which is no content of anybody. */
export function countsAsUnseen(leaf: Leaf): boolean {
  return leaf.end - leaf.start > 64;
}
