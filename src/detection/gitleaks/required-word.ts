const shortest = 3;

/** The longest word that every match of a pattern holds; undefined when none of three characters can be told. */
export function requiredWord(pattern: string): string | undefined {
  const words: string[] = [];
  let word = '';
  let at = 0;
  const end = () => {
    words.push(word);
    word = '';
  };
  while (at < pattern.length) {
    const character = pattern.charAt(at);
    if (character === '|') return undefined; // Either side could match without the other's words.
    const literal = /^(?:[A-Za-z0-9_\-:/@=,; ]|\\[.\-/$+*?^()[\]{}|])(?![*?{])/.exec(pattern.slice(at));
    if (literal) {
      word += literal[0].replace('\\', '');
      at += literal[0].length;
    } else {
      end();
      at = passAtom(pattern, at);
    }
  }
  end();
  const longest = words.toSorted((a, b) => b.length - a.length)[0] ?? '';
  return longest.length >= shortest ? longest : undefined;
}

// Passes a class, a group or one character with what follows it.
function passAtom(pattern: string, from: number): number {
  const character = pattern.charAt(from);
  if (character === '\\') return from + 2;
  if (character === '[') return passClass(pattern, from);
  if (character !== '(') return from + 1;
  let depth = 0;
  let at = from;
  while (at < pattern.length) {
    const each = pattern.charAt(at);
    if (each === '\\') at += 2;
    else if (each === '[') at = passClass(pattern, at);
    else {
      depth += each === '(' ? 1 : each === ')' ? -1 : 0;
      at += 1;
      if (depth === 0) return at;
    }
  }
  return at;
}

function passClass(pattern: string, from: number): number {
  let at = from + 1;
  if (pattern.charAt(at) === '^') at += 1;
  if (pattern.charAt(at) === ']') at += 1;
  while (at < pattern.length && pattern.charAt(at) !== ']') at += pattern.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}
