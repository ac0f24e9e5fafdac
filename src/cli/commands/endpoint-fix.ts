import {
  describeChange,
  type Left,
  prepareFix,
  prepareUndo,
  type Scan,
  scanEndpoint,
  type ScanOptions,
  viewOf,
} from '../../endpoint/index.ts';
import { cliText } from '../../messages/index.ts';
import { type ExitCode, exitCodes, type Invocation, type Run } from '../command.ts';
import { bundleSource, type MakeBundle, profileIn, requirementsIn } from '../endpoint/bundle-source.ts';
import { scanOptionsOf } from '../endpoint/scan-options.ts';
import { cliError } from '../errors.ts';
import { printTable } from '../print-table.ts';

/** `endpoint fix`, with what makes a bundle where none is named. */
export function endpointFix(make?: MakeBundle): Run {
  return async (invocation) => {
    const { options } = invocation;
    const isUndo = options['undo'] === true;
    const clash = ['remove', 'shell-profile', 'bundle', 'policy'].find((name) => isUndo && options[name] !== undefined);
    if (clash) throw cliError('cli_option_invalid', { option: `--${clash}`, value: '--undo' });
    return isUndo ? undo(invocation) : fix(invocation, make);
  };
}

async function fix(invocation: Invocation, make: MakeBundle | undefined): Promise<ExitCode> {
  const { options } = invocation;
  const isPlan = options['plan'] === true;
  const source = await bundleSource(invocation, make);
  const scan: ScanOptions = { ...scanOptionsOf(invocation), requirements: requirementsIn(source.bundle) };
  const prepared = await prepareFix({
    scan,
    profile: profileIn(source),
    removes: options['remove'] === true,
    hasShellProfile: options['shell-profile'] === true,
  });
  const changes = prepared.changes.map((change) => ({ path: change.path, lines: describeChange(change) }));
  const { left } = prepared;
  if (!invocation.terminal.isJson) tellChanges(invocation, changes, left);
  if (!isPlan) prepared.apply();
  const unmet = isPlan ? undefined : await scanEndpoint(scan);
  tellEnd(invocation, { changes, left, isPlan, unmet });
  const isOpen = left.length > 0 || (isPlan && changes.length > 0);
  return isOpen ? exitCodes.refused : exitCodes.done;
}

async function undo(invocation: Invocation): Promise<ExitCode> {
  const isPlan = invocation.options['plan'] === true;
  const { restored, left, apply } = await prepareUndo(scanOptionsOf(invocation));
  const changes = restored.map(({ path, after }) => ({
    path,
    lines: [{ sign: after.kind === 'absent' ? '-' : '~', text: 'file' } as const],
  }));
  if (!invocation.terminal.isJson) tellChanges(invocation, changes, left);
  if (!isPlan) apply();
  tellEnd(invocation, { changes, left, isPlan, unmet: undefined });
  return left.length > 0 ? exitCodes.refused : exitCodes.done;
}

type Told = { readonly path: string; readonly lines: ReturnType<typeof describeChange> };

function tellChanges({ terminal }: Invocation, changes: readonly Told[], left: readonly Left[]): void {
  for (const { path, lines } of changes) {
    terminal.print(path);
    for (const { sign, text } of lines) terminal.print(`  ${sign} ${text}`);
  }
  for (const { path, kind, key } of left)
    terminal.remark(cliText(terminal.language, `endpointFix.left.${kind}`, { path, key }));
}

type End = {
  readonly changes: readonly Told[];
  readonly left: readonly Left[];
  readonly isPlan: boolean;
  /** The machine as it is afterwards. */
  readonly unmet: Scan | undefined;
};

function tellEnd({ terminal }: Invocation, { changes, left, isPlan, unmet }: End): void {
  const { language } = terminal;
  const verdicts = unmet ? viewOf(unmet, language).verdicts.filter(({ state }) => state !== 'met') : [];
  if (terminal.isJson) {
    const open = verdicts.map(({ person, control, state, reason, file, line }) => ({
      person,
      control,
      state,
      reason,
      file,
      line,
    }));
    const written = { schema: 'octroi.endpoint.changes/1', isWritten: !isPlan, changes, left };
    return terminal.print(JSON.stringify(unmet ? { ...written, unmet: open } : written));
  }
  if (verdicts.length > 0) {
    terminal.remark(cliText(language, 'endpointFix.unmet', { count: verdicts.length }));
    const rows = verdicts.map(({ person, control, file, line, why }) => [
      person,
      control,
      file === null ? '–' : `${file}:${line ?? 1}`,
      why,
    ]);
    printTable(terminal, cliText(language, 'endpointFix.columns', {}).split('|'), rows);
  }
  const text = isPlan ? 'endpointFix.planned' : 'endpointFix.done';
  return terminal.remark(cliText(language, text, { count: changes.length, left: left.length }));
}
