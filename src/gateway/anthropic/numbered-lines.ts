/** A run of lines that the client has numbered, and the text of the file without the numbers. */
export type NumberedRun = {
  /** Where the run ends in the text it stands in (the line feed behind its last line not included). */
  readonly end: number;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly content: string;
};

/*
 * The number, then one separator: a tab (Claude Code 2.1.330, measured 2026-11-23), a colon (named by the same
 * version's own description of its Read tool), or an arrow behind a padded number (earlier versions).
 */
const numberedLine = /[ ]*(\d{1,9})([\t:\u2192])/y;

/**
 * Reads lines numbered one by one from `from`; undefined when the text there is not numbered.
 *
 * Every line must carry the next number and the same separator, so that a file which itself holds numbered text, tags or
 * anything else comes out whole: for UTF-8 files with LF line ends the content is the file's, bit for bit.
 */
export function readNumberedLines(text: string, from = 0): NumberedRun | undefined {
  const lines: string[] = [];
  let at = from;
  let end = from;
  let separator = '';
  let firstLine = 0;
  while (at <= text.length) {
    numberedLine.lastIndex = at;
    const match = numberedLine.exec(text);
    if (!match || (separator !== '' && match[2] !== separator)) break;
    const lineNumber = Number(match[1]);
    if (lines.length === 0) firstLine = lineNumber;
    else if (lineNumber !== firstLine + lines.length) break;
    separator = match[2] ?? '';
    const lineEnd = endOfLine(text, numberedLine.lastIndex);
    lines.push(text.slice(numberedLine.lastIndex, lineEnd));
    end = lineEnd;
    at = lineEnd + 1;
  }
  if (lines.length === 0) return undefined;
  return { end, firstLine, lastLine: lastLineOf(firstLine, lines), content: lines.join('\n') };
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found === -1 ? text.length : found;
}

// A final line feed makes the client number one more, empty line, which is no line of the file.
function lastLineOf(firstLine: number, lines: readonly string[]): number {
  const count = lines.length > 1 && lines.at(-1) === '' ? lines.length - 1 : lines.length;
  return firstLine + count - 1;
}
