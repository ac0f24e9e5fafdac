/**
 * Writes a pattern of Go's RE2 in the syntax of JavaScript; undefined for what has no equal there.
 *
 * Differences that occur in rules: flags set in the middle of a group, named groups, classes of POSIX, quoted stretches and
 * anchors of the text. Syntax of Go: https://pkg.go.dev/regexp/syntax.
 */
export function translatePattern(pattern: string): string | undefined {
  const translator = new Translator(pattern);
  return translator.run();
}

const posix: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7F',
  blank: '\\t ',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

class Translator {
  readonly #pattern: string;
  #at = 0;
  #out = '';
  #failed = false;
  // For each open group, how many groups more to close with it: a flag in its middle opened them.
  readonly #extra: number[] = [0];

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  run(): string | undefined {
    while (this.#at < this.#pattern.length && !this.#failed) this.#step();
    this.#out += ')'.repeat(this.#extra[0] ?? 0);
    return this.#failed || this.#extra.length !== 1 ? undefined : this.#out;
  }

  #step(): void {
    const character = this.#pattern.charAt(this.#at);
    if (character === '\\') this.#escape(false);
    else if (character === '[') this.#class();
    else if (character === '(') this.#open();
    else if (character === ')') this.#close();
    else this.#take(1);
  }

  #take(length: number, written = this.#pattern.slice(this.#at, this.#at + length)): void {
    this.#out += written;
    this.#at += length;
  }

  #open(): void {
    const rest = this.#pattern.slice(this.#at);
    const flags = /^\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])/.exec(rest);
    const named = /^\(\?P?<(\w+)>/.exec(rest);
    if (flags && !/^[ims]*$/.test(`${flags[1] ?? ''}${flags[2] ?? ''}`)) this.#failed = true;
    else if (flags) this.#flags(flags);
    else if (named) {
      this.#extra.push(0);
      this.#take(named[0].length, `(?<${named[1] ?? ''}>`);
    } else if (rest.startsWith('(?')) this.#failed = true;
    else {
      this.#extra.push(0);
      this.#take(1);
    }
  }

  #flags([whole, on = '', off = '', end]: RegExpExecArray): void {
    const modifiers = `${on}${off === '' ? '' : `-${off}`}`;
    const written = modifiers === '' ? '(?:' : `(?${modifiers}:`;
    if (end === ':') this.#extra.push(0);
    else this.#extra[this.#extra.length - 1] = (this.#extra.at(-1) ?? 0) + 1;
    this.#take(whole.length, written);
  }

  #close(): void {
    if (this.#extra.length === 1) {
      this.#failed = true;
      return;
    }
    this.#take(1, ')'.repeat((this.#extra.pop() ?? 0) + 1));
  }

  #escape(isInClass: boolean): void {
    const rest = this.#pattern.slice(this.#at);
    const quoted = /^\\Q([^]*?)(?:\\E|$)/.exec(rest);
    const code = /^\\x\{([0-9a-fA-F]{1,4})\}/.exec(rest);
    if (quoted) this.#take(quoted[0].length, (quoted[1] ?? '').replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
    else if (code) this.#take(code[0].length, `\\u${(code[1] ?? '').padStart(4, '0')}`);
    else if (rest.startsWith('\\z')) this.#take(2, '(?![^])');
    else if (rest.startsWith('\\A')) this.#take(2, '(?<![^])');
    else if (rest.startsWith('\\a')) this.#take(2, '\\x07');
    else if (/^\\[pPCx]/.test(rest) && !/^\\x[0-9a-fA-F]{2}/.test(rest)) this.#failed = true;
    else if (/^\\[1-9]/.test(rest)) this.#failed = true;
    else if (isInClass && /^\\[bB]/.test(rest)) this.#failed = true;
    else this.#take(2);
  }

  #class(): void {
    const start = /^\[\^?\]?/.exec(this.#pattern.slice(this.#at))?.[0] ?? '[';
    this.#take(start.length, start.replace(/\]$/, '\\]'));
    while (this.#at < this.#pattern.length && !this.#failed) {
      const named = /^\[:(\^?)(\w+):\]/.exec(this.#pattern.slice(this.#at));
      const character = this.#pattern.charAt(this.#at);
      if (named) {
        const members = posix[named[2] ?? ''];
        if (members === undefined || named[1] === '^') this.#failed = true;
        else this.#take(named[0].length, members);
      } else if (character === '\\') this.#escape(true);
      else {
        this.#take(1, character === '[' ? '\\[' : character);
        if (character === ']') return;
      }
    }
    this.#failed = true;
  }
}
