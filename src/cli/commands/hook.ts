import type { Run } from '../command.ts';
import { textOption } from '../read-options.ts';
import { hook } from '../workstation/hook.ts';

/** `hook` of the whole program. Claude Code reads its exit code in its own way, so it is set as the hook says. */
export const hookCommand: Run = async ({ options }) => {
  const state = textOption(options, 'state');
  process.exit(hook(state === undefined ? [] : ['--state', state], process.env));
};
