import type { Text } from '../environment/bound.ts';
import { type Here, readAssignment, splitAssigned } from './assignments.ts';
import { expandWords } from './expand.ts';

/** One thing a declaration names: an option, a name, or a name with its value; `undefined` where that is not known. */
type Item =
  | { readonly kind: 'option'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string; readonly text?: Text | undefined; readonly isArray?: boolean }
  | { readonly kind: 'unknown' };

/** `export`, `declare`, `typeset`, `local`, `readonly`, given the words after it as they are written. */
export function declare(keyword: string, written: readonly string[], here: Here): void {
  const items = written.flatMap((word) => itemsOf(word, here));
  const options = items.flatMap((item) => (item.kind === 'option' ? [item.text] : []));
  const has = (letter: string, sign = '-'): boolean =>
    options.some((text) => text.startsWith(sign) && text.includes(letter));
  const { state, run, line } = here;
  // Outside a function `local` is refused; zsh takes it for `typeset`.
  const isRefused = keyword === 'local' && state.frames.length === 0 && run.start.dialect !== 'zsh';
  if (has('f') || (has('p') && keyword !== 'export') || isRefused) return;
  const isExport = keyword === 'export';
  const marks = isExport ? !has('n') : has('x') ? true : has('x', '+') ? false : undefined;
  const isLocal = !isExport && keyword !== 'readonly' && !has('g') && state.frames.length > 0;
  for (const item of items) {
    if (item.kind === 'unknown') state.doubtAll({ at: run.at(line), doubt: 'dynamic_source' });
    if (item.kind !== 'name') continue;
    if (isLocal) state.makeLocal(item.name);
    if (item.text) {
      const isExported = item.isArray ? false : (marks ?? (isLocal ? state.exportsAll : undefined));
      state.assign(item.name, item.text, { at: run.at(line), isExported });
    } else if (isLocal && !has('x')) state.unset(item.name, run.at(line));
    if (marks !== undefined && !item.text) state.mark(item.name, marks, run.at(line));
    if (keyword === 'readonly' || has('r')) state.readonlyNames.add(item.name);
  }
  state.status = 'yes';
}

function itemsOf(word: string, here: Here): readonly Item[] {
  const assignment = readAssignment(word, here);
  if (assignment) return [{ kind: 'name', ...assignment }];
  const texts = expandWords(word, here.run.words(here.state, here.line));
  if (!texts) return [{ kind: 'unknown' }];
  return texts.map((text): Item => {
    if (text.kind === 'known' && /^[-+]\w/.test(text.text)) return { kind: 'option', text: text.text };
    const split = splitAssigned(text) ?? splitWritten(word, here);
    return split ? { kind: 'name', ...split } : { kind: 'unknown' };
  });
}

// `"NAME=$(command)"`: the value is dynamic, but the name is written.
function splitWritten(word: string, here: Here): { name: string; text: Text | undefined } | undefined {
  const bare = /^"([A-Za-z_]\w*=.*)"$/s.exec(word)?.[1];
  const sign = bare?.indexOf('=') ?? -1;
  if (bare === undefined || sign === -1) return undefined;
  const assignment = readAssignment(`${bare.slice(0, sign)}="${bare.slice(sign + 1)}"`, here);
  return assignment && { name: assignment.name, text: assignment.text };
}

/** `unset NAME…`: `-f` takes functions, which change no variable. */
export function unset(written: readonly string[], here: Here): void {
  const { state, run, line } = here;
  const texts = written.map((word) => expandWords(word, run.words(state, line)));
  state.status = 'yes';
  const isFunctions = texts.some((list) => list?.some((text) => text.kind === 'known' && text.text === '-f'));
  for (const text of texts.flatMap((list): readonly (Text | undefined)[] => list ?? [undefined])) {
    if (!text || text.kind === 'dynamic') {
      state.doubtAll({ at: run.at(line), doubt: 'dynamic_source' });
      continue;
    }
    if (text.text.startsWith('-')) continue;
    if (isFunctions) state.functions.delete(text.text);
    else if (/^[A-Za-z_]\w*$/.test(text.text)) state.unset(text.text, run.at(line));
  }
}
