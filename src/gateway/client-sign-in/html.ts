/** A piece of a page that is safe to stand in it. */
export type Html = { readonly html: string };

type Part = string | Html | undefined | readonly Html[];

/** Builds a piece of a page: what is filled in is escaped, unless it is such a piece itself. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: pieces.map((piece, index) => piece + textOf(parts[index])).join('') };
}

function textOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return 'html' in part ? part.html : part.map(textOf).join('');
}
