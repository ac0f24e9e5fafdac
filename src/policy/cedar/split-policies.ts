/** One policy of a file, and where its text begins. */
export type PolicyPiece = { readonly source: string; readonly offset: number };

/**
 * Cuts a `.cedar` file into its policies: each ends with a `;` that stands in no text and in no comment. Comments before a
 * policy are not part of it. Cedar's own parser judges each piece; what stands after the last `;` is a piece too.
 */
export function splitPolicies(text: string): readonly PolicyPiece[] {
  const pieces: PolicyPiece[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at];
    if (unit === '"') at = endOfText(text, at);
    else if (unit === '/' && text[at + 1] === '/') at = endOfLine(text, at);
    else if (unit === ';') {
      pieces.push(pieceAt(text, start, at + 1));
      start = at + 1;
    }
  }
  const rest = pieceAt(text, start, text.length);
  return rest.source === '' ? pieces : [...pieces, rest];
}

function pieceAt(text: string, start: number, end: number): PolicyPiece {
  let offset = start;
  for (;;) {
    while (offset < end && /\s/.test(text[offset] ?? '')) offset += 1;
    if (!text.startsWith('//', offset) || offset >= end) break;
    offset = Math.min(end, endOfLine(text, offset));
  }
  return { source: text.slice(offset, end).trimEnd(), offset };
}

function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}
