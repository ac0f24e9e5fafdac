/*
 * Documents of JSON that are no line each: an array of objects, one object that holds such an array, or objects over several
 * lines, as `tshark -T json`, exports of clouds and pretty printers write them.
 */

const longestObject = 8_388_608;

/**
 * Whether a log is such a document by its first lines: it begins with a brace or a bracket, and its first line is no whole
 * value. An array on one line is a document too.
 */
export function isDocument(firstLines: readonly string[]): boolean {
  const first = firstLines.find((line) => line.trim() !== '')?.trim() ?? '';
  if (first.startsWith('[')) return /^\[\s*(?:\{|$)/.test(first);
  if (!first.startsWith('{')) return false;
  try {
    const value: unknown = JSON.parse(first);
    return typeof value === 'object' && value !== null && listIn(value);
  } catch {
    return firstLines.length > 1 && /^\{\s*(?:"|$)/.test(first) && !first.endsWith('}');
  }
}

// One object on one line, of which an array holds the events.
function listIn(value: object): boolean {
  return Object.entries(value).some(
    ([name, held]) =>
      /^(?:records|logevents|events|results?|data|items|value)$/i.test(name) &&
      Array.isArray(held) &&
      typeof held[0] === 'object',
  );
}

export type ObjectSplitter = {
  /** Takes a line and gives back the objects that end in it, each on one line. */
  take(line: string): readonly string[];
};

/**
 * Splits a document into the objects that are events: those directly in an array that stands at the top or in the outermost
 * object, else the outermost ones. Memory is bounded by one object; one of more than 8 MiB is given up.
 */
export function splitObjects(): ObjectSplitter {
  let isInString = false;
  let isEscaped = false;
  let current = '';
  const open: string[] = [];
  let eventDepth = 0;
  const isEventStart = (): boolean =>
    open.length === 0 || (open.at(-1) === '[' && open.length <= 2 && (open.length === 1 || open[0] === '{'));
  const take = (line: string): readonly string[] => {
    const found: string[] = [];
    let from = 0;
    for (let at = 0; at < line.length; at += 1) {
      const letter = line[at] ?? '';
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (letter === '\\') isEscaped = true;
        else if (letter === '"') isInString = false;
        continue;
      }
      if (letter === '"') isInString = true;
      else if (letter === '{' || letter === '[') {
        if (letter === '{' && isEventStart()) {
          // An outermost object may turn out to be but the frame of an array.
          current = '';
          from = at;
          eventDepth = open.length + 1;
        }
        open.push(letter);
      } else if (letter === '}' || letter === ']') {
        if (letter === '}' && open.length === eventDepth && eventDepth > 0) {
          found.push(current + line.slice(from, at + 1));
          current = '';
          from = at + 1;
          eventDepth = 0;
        }
        open.pop();
      }
    }
    if (eventDepth > 0) current += `${line.slice(from)} `;
    if (current.length > longestObject) [current, eventDepth] = ['', 0];
    return found;
  };
  return { take };
}
