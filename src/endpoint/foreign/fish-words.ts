import { concatenate, dynamic, known, type Text } from '../environment/bound.ts';
import type { ShellState } from '../shell/state.ts';

const maxWordLength = 8_000;

/** A fish word's value: quotes, `$name`, `~`; what a command gives is dynamic. */
export function fishText(word: string, home: string, state: ShellState): Text {
  if (word.length > maxWordLength) return dynamic();
  let whole: Text = known('');
  const tilde = /^~(?=\/|$)/.test(word) ? home : '';
  const pieces = word
    .slice(tilde === '' ? 0 : 1)
    .matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|\\(.)|\$(\w+)|(\(.*\))|(.)/gs);
  if (tilde !== '') whole = known(tilde);
  for (const [, single, double, escaped, name, command, plain] of pieces) {
    if (single !== undefined) whole = concatenate(whole, known(single.replaceAll(/\\(['\\])/g, '$1')));
    else if (double !== undefined) whole = concatenate(whole, insideQuotes(double, state));
    else if (name !== undefined) whole = concatenate(whole, valueOf(name, state));
    else if (command !== undefined) whole = concatenate(whole, dynamic());
    else whole = concatenate(whole, known(escaped ?? plain ?? ''));
  }
  return whole;
}

function insideQuotes(text: string, state: ShellState): Text {
  let whole: Text = known('');
  for (const [, escaped, name, command, plain] of text.matchAll(/\\(.)|\$(\w+)|(\$\(.*\))|(.)/gs)) {
    if (name !== undefined) whole = concatenate(whole, valueOf(name, state));
    else if (command !== undefined) whole = concatenate(whole, dynamic());
    else whole = concatenate(whole, known(escaped ?? plain ?? ''));
  }
  return whole;
}

function valueOf(name: string, state: ShellState): Text {
  const bound = state.get(name);
  if (bound.kind === 'unset') return known('');
  return bound.kind === 'set' ? bound.text : dynamic();
}
