import { endOfPiece } from './lex.ts';

// zsh's own expansions, which bash's grammar does not know, travel through it as a parameter with a made-up name.
const prefix = '__zsh_';

/** Hides `${(flags)…}`, `${+name}` and `$+name[…]` from the grammar. Line ends in them stay where they are. */
export function hideZshWords(text: string): string {
  let hidden = '';
  let from = 0;
  for (const match of text.matchAll(/\$(?:\{[(+]|\+\w)/g)) {
    if (match.index < from || text[match.index - 1] === '\\') continue;
    const end = match[0].startsWith('${') ? endOfPiece(text, match.index) : endOfPresence(text, match.index);
    const inside = match[0].startsWith('${') ? text.slice(match.index + 2, end - 1) : text.slice(match.index + 1, end);
    if (inside.includes('\n')) continue;
    hidden += `${text.slice(from, match.index)}\${${prefix}${Buffer.from(inside).toString('hex')}}`;
    from = end;
  }
  return loosened(hidden + text.slice(from));
}

// zsh closes a block without a `;`, and qualifies file names: `{ print x }`, `*.zsh(N)`.
function loosened(text: string): string {
  return text
    .replaceAll(/(\{ [^\n{}]*[^\s;&|{}]) \}(?=\s*$)/gm, '$1;}')
    .replaceAll(/(\*[\w.*/]*)\([-.N/@DnoO]{1,4}\)(?=[\s;])/g, '$1');
}

function endOfPresence(text: string, at: number): number {
  return at + (/^\$\+\w+(?:\[[^\]]*\])?/.exec(text.slice(at))?.[0].length ?? 0);
}

/** What stands in a hidden expansion; undefined for any other. */
export function shownZshWord(inside: string): string | undefined {
  return inside.startsWith(prefix) ? Buffer.from(inside.slice(prefix.length), 'hex').toString('utf8') : undefined;
}
