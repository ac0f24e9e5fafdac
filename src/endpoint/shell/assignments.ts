import { concatenate, dynamic, known, type Text } from '../environment/bound.ts';
import { expandText } from './expand.ts';
import type { Run } from './run.ts';
import type { ShellState } from './state.ts';

export type Here = { readonly state: ShellState; readonly run: Run; readonly line: number };

/** `NAME=word` or `NAME+=word` as it is written. */
export type Assignment = { readonly name: string; readonly text: Text; readonly isArray: boolean };

/** Reads a written assignment; undefined when it is none. */
export function readAssignment(written: string, { state, run, line }: Here): Assignment | undefined {
  const parts = /^([A-Za-z_]\w*)(\[[^\]]*\])?(\+?)=(.*)$/s.exec(written);
  if (!parts) return undefined;
  const [, name = '', index, plus, word = ''] = parts;
  if (word.startsWith('(') || index !== undefined) return { name, text: dynamic(true), isArray: true };
  const text = expandText(word, run.words(state, line));
  if (!plus) return { name, text, isArray: false };
  const before = state.get(name);
  const old = before.kind === 'set' ? before.text : before.kind === 'unset' ? known('') : dynamic();
  return { name, text: concatenate(old, text), isArray: false };
}

/** Does a plain assignment. An array is a variable of the shell alone: no child process gets it. */
export function assignText(written: string, here: Here): void {
  const assignment = readAssignment(written, here);
  if (!assignment) return;
  const at = here.run.at(here.line);
  here.state.assign(assignment.name, assignment.text, { at, isExported: assignment.isArray ? false : undefined });
}

/** An assignment already expanded (`export "$1=$2"`): its name must be known. */
export function splitAssigned(text: Text): { readonly name: string; readonly text: Text | undefined } | undefined {
  if (text.kind === 'dynamic') return undefined;
  const sign = text.text.indexOf('=');
  const name = sign === -1 ? text.text : text.text.slice(0, sign);
  if (!/^[A-Za-z_]\w*$/.test(name)) return { name: '', text: undefined };
  return { name, text: sign === -1 ? undefined : known(text.text.slice(sign + 1)) };
}
