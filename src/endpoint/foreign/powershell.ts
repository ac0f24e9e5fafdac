import { dynamic, known, type Place, type Text } from '../environment/bound.ts';
import { decodeWindowsText } from '../machine/registry.ts';
import type { RootedFiles } from '../machine/rooted-files.ts';
import type { ShellState } from '../shell/state.ts';

/**
 * What a PowerShell profile does to the variables of the programs started from that host.
 *
 * Statements are read by what they say about `$env:`. Inside a condition or a loop the outcome is unknown; a function's
 * body is not run.
 */
export function runPowerShellFile(files: RootedFiles, path: string, state: ShellState): void {
  const reading = files.read(path);
  if (reading.kind === 'absent') return;
  if (reading.kind === 'fault') {
    state.doubtAll({ at: { file: path, line: 1 }, doubt: reading.doubt });
    return;
  }
  const blocks: ('certain' | 'uncertain' | 'unused')[] = [];
  for (const { text, line } of statementsOf(decodeWindowsText(reading.bytes))) {
    if (text === '}') blocks.pop();
    else if (text.endsWith('{')) blocks.push(kindOf(text));
    else if (/^(?:return|exit)\b/i.test(text) && blocks.every((kind) => kind === 'certain')) return;
    else if (!blocks.includes('unused'))
      runStatement(text, { state, at: { file: path, line }, isCertain: !blocks.includes('uncertain') });
  }
}

function kindOf(header: string): 'certain' | 'uncertain' | 'unused' {
  if (/^(?:function|filter|workflow|class)\b/i.test(header) || /(?:=|\(|-\w+)\s*\{$/.test(header)) return 'unused';
  if (/^(?:if\s*\(\s*\$true\s*\)|try)\s*\{$/i.test(header)) return 'certain';
  return /^(?:if\s*\(\s*\$false\s*\)|catch\b.*)\s*\{$/i.test(header) ? 'unused' : 'uncertain';
}

type Effect = { readonly state: ShellState; readonly at: Place; readonly isCertain: boolean };

const harmlessTools = /\b(?:starship|oh-my-posh|zoxide|fnm|conda|mise|atuin)\b/i;
const removal = /^(?:remove-item|ri|del|rm|clear-item)\s+(?:-(?:literal)?path\s+)?["']?env:[\\/]?(\w+)["']?/i;
const setter =
  /^(?:set-item|si|new-item|set-content)\s+(?:-(?:literal)?path\s+)?["']?env:[\\/]?(\w+)["']?\s+(?:-value\s+)?(\S.*)$/i;
const method =
  /^\[(?:system\.)?environment\]::setenvironmentvariable\(\s*["'](\w+)["']\s*,\s*([^,)]*)\s*(?:,\s*["']?[^"')]*?(process|user|machine)["']?\s*)?\)$/i;

function runStatement(text: string, effect: Effect): void {
  const assigned = /^\$\{?env:(\w+)\}?\s*(\+?)=\s*(.*)$/i.exec(text);
  if (assigned) return set(assigned[1] ?? '', assigned[2] ? dynamic(true) : valueOf(assigned[3] ?? ''), effect);
  const removed = removal.exec(text);
  if (removed) return set(removed[1] ?? '', undefined, effect);
  const item = setter.exec(text);
  if (item) return set(item[1] ?? '', valueOf((item[2] ?? '').replace(/\s+-\w+$/, '')), effect);
  const called = method.exec(text);
  // Written to the registry instead: sessions to come, not this one.
  if (called && !/^(?:user|machine)$/i.test(called[3] ?? ''))
    return set(called[1] ?? '', valueOf(called[2] ?? ''), effect);
  // `. $file` and `iex` of made text may set anything.
  const isMade = /^(?:\.|&|iex|invoke-expression)\s+.*\$(?!PSScriptRoot)|\|\s*(?:iex|invoke-expression)\b/i.test(text);
  if (isMade && !harmlessTools.test(text)) effect.state.doubtAll({ at: effect.at, doubt: 'dynamic_source' });
  return undefined;
}

function set(name: string, text: Text | undefined, { state, at, isCertain }: Effect): void {
  const key = name.toUpperCase();
  if (!isCertain) state.doubt(key, { at, doubt: 'condition' });
  // An empty text removes the variable.
  else if (!text || (text.kind === 'known' && text.text === '')) state.unset(key, at);
  else state.assign(key, text, { at, isExported: true });
}

function valueOf(written: string): Text | undefined {
  const text = written.trim();
  if (/^\$null$/i.test(text)) return undefined;
  const quoted = /^'((?:[^']|'')*)'$|^"([^"$`]*)"$/.exec(text);
  if (quoted) return known(quoted[1]?.replaceAll("''", "'") ?? quoted[2] ?? '');
  if (/^-?\d+$/.test(text)) return known(text);
  if (/^\$(true|false)$/i.test(text)) return known(/true/i.test(text) ? 'True' : 'False');
  return dynamic(/^"[^"$]/.test(text));
}

/** Statements, comments and here-strings gone; a `{` ends its header, a `}` stands alone. */
function statementsOf(text: string): readonly { readonly text: string; readonly line: number }[] {
  const clean = text
    .replaceAll(/<#[\s\S]*?#>/g, blank)
    .replaceAll(/@(["'])\r?\n[\s\S]*?\n\1@/g, blank)
    .replaceAll(/`\r?\n/g, ' \n');
  const found: { text: string; line: number }[] = [];
  for (const [index, raw] of clean.split('\n').entries()) {
    for (const part of splitLine(raw.replace(/\r$/, ''))) found.push({ text: part, line: index + 1 });
  }
  return found;
}

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

function splitLine(line: string): readonly string[] {
  const parts: string[] = [];
  let open = '';
  const end = (last = ''): void => {
    const text = (open + last).trim();
    if (text !== '') parts.push(text);
    open = '';
  };
  // `${env:NAME}` is a name, not a block.
  for (const [piece] of line.matchAll(/'(?:[^']|'')*'|"(?:[^"`]|`.)*"|\$\{[^}]*\}|./g)) {
    if (piece === '#') break;
    if (piece === ';') end();
    else if (piece === '{') end('{');
    else if (piece === '}') {
      end();
      open = '}';
      end();
    } else open += piece;
  }
  end();
  return parts;
}
