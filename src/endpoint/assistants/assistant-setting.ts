import { because, type Judgement, type Subject } from '../controls/control.ts';
import { parseJsonc } from '../machine/json-file.ts';
import { isRecord } from '../claude/settings-document.ts';

/** A value found in another assistant's settings. */
export type AssistantSetting = { readonly value: unknown; readonly file: string; readonly line: number };

/** Reads a key in settings written flat (`"a.b": …`) or nested; undefined where it is not. */
export function readSetting({ machine }: Subject, file: string, key: string): AssistantSetting | undefined {
  const json = parseJsonc(machine.files, file);
  if (!json || !isRecord(json.value)) return undefined;
  const nested = key.split('.');
  for (const path of [[key], nested]) {
    const node = json.find(path);
    if (!node) continue;
    const value: unknown = node.value ?? (node.children ? 'object' : null);
    return { value, file, line: json.lineOf(node) };
  }
  return undefined;
}

/** A setting that must have a value; `found` strongest first. */
export function mustBe(name: string, wanted: unknown, found: readonly (AssistantSetting | undefined)[]): Judgement {
  const [first, ...others] = found.filter((one) => one !== undefined);
  if (!first) return { state: 'not_met', why: because('setting_missing', { name, wanted: String(wanted) }) };
  const isWanted = first.value === wanted;
  return {
    state: isWanted ? 'met' : 'not_met',
    why: because(isWanted ? 'setting_as_required' : 'setting_differs', {
      name,
      value: String(first.value),
      wanted: String(wanted),
    }),
    value: String(first.value),
    place: first,
    overrides: others.map(({ value, file, line }) => ({ file, line, value: String(value), source: 'user' as const })),
  };
}

/** The verdict where an assistant is not on this machine: there is nothing to hold back. */
export function notHere(name: string): Judgement {
  return { state: 'met', why: because('not_here', { name }) };
}

/** The worst of several. */
export function all(judgements: readonly Judgement[]): Judgement {
  const order = ['not_met', 'unknown', 'met'] as const;
  for (const state of order) {
    const found = judgements.find((one) => one.state === state);
    if (found) return found;
  }
  return { state: 'unknown', why: because('no_session') };
}
