import {
  codexRequirements,
  copilotManagedFile,
  geminiSystemFolder,
  vscodePolicyFile,
} from '../assistants/managed-places.ts';
import { managedFolder } from '../claude/managed-sources.ts';
import type { Machine } from '../machine/machine.ts';
import { stateFolder } from './fix-record.ts';

/** A file of the whole machine in which a part of the policy holds. */
export type Place = {
  /** The compile target whose text goes there. */
  readonly target: string;
  readonly path: string;
  /** `strict`: JSON of many hands, read by a strict parser. `json`: the same with comments. `whole`: ours or not at all. */
  readonly format: 'strict' | 'json' | 'whole';
  /** The control that tells by `not_here` that its program is not in use; undefined where the file is always written. */
  readonly neededBy: string | undefined;
};

/**
 * The machine-wide files of a system, in the order in which a reader is shown them. On macOS and Windows the document for
 * device management lies ready in octroi's own folder: what it holds there goes before every file.
 */
export function placesOf(machine: Machine): readonly Place[] {
  const { system } = machine;
  const ready = stateFolder(machine).replace(/\/endpoint$/, '');
  return [
    {
      target: 'claude-code',
      path: `${managedFolder(machine)}/managed-settings.json`,
      format: 'strict',
      neededBy: undefined,
    },
    ...(system === 'macos' ? [whole('mobileconfig', `${ready}/octroi-claude-code.mobileconfig`)] : []),
    ...(system === 'windows' ? [whole('reg', `${ready}/octroi-claude-code.reg`)] : []),
    {
      target: 'copilot-settings',
      path: copilotManagedFile(machine),
      format: 'strict',
      neededBy: 'copilot_managed_settings',
    },
    ...(system === 'linux'
      ? [{ target: 'vscode', path: vscodePolicyFile, format: 'json', neededBy: 'vscode_telemetry' } as const]
      : []),
    ...(system === 'windows' ? [] : [whole('codex', codexRequirements, 'codex_telemetry')]),
    {
      target: 'gemini-cli',
      path: `${geminiSystemFolder(machine)}/settings.json`,
      format: 'json',
      neededBy: 'gemini_telemetry',
    },
  ];
}

/** Shells get what Claude Code's settings hold already: for other programs, and as belt and braces. */
export function profilePlace({ system }: Machine): Place | undefined {
  return system === 'linux' ? whole('profile', '/etc/profile.d/octroi.sh') : undefined;
}

function whole(target: string, path: string, neededBy?: string): Place {
  return { target, path, format: 'whole', neededBy };
}
