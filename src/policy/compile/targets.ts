import { artefactsOf } from './about.ts';
import { claudeCode } from './claude-code.ts';
import { codex } from './codex.ts';
import { copilotExclusion, copilotSettings } from './copilot.ts';
import { mobileConfig, registryFile } from './device-management.ts';
import { amazonQ, gemini, kiro, vscodePolicy } from './editor-settings.ts';
import { ignoreFile } from './ignore-file.ts';
import { hostsFile, nftables, pac, pihole, rpz, squid } from './network.ts';
import type { Artefact, CompileInput, Target } from './target.ts';

/** Every program the policy is written out for, in the order a reader is shown them. */
export const targets: readonly Target[] = [
  claudeCode,
  mobileConfig,
  registryFile,
  copilotExclusion,
  copilotSettings,
  vscodePolicy,
  amazonQ,
  kiro,
  codex,
  gemini,
  ignoreFile('aiexclude', 'google/code-assist-standard', [{ key: 'aiexcludeEditors' }]),
  ignoreFile('geminiignore', 'google/code-assist-standard', [{ key: 'commands' }]),
  ignoreFile('cursorignore', 'cursor/teams', [{ key: 'commands' }]),
  ignoreFile('codeiumignore', 'cognition/teams', [{ key: 'commands' }]),
  ignoreFile('aiignore', 'anthropic/api', [{ key: 'commands' }]),
  squid,
  nftables,
  pac,
  hostsFile,
  rpz,
  pihole,
];

/** Writes the policy out for one target. The same input gives the same bytes. */
export function compile(target: Target, input: CompileInput): readonly Artefact[] {
  return target.make(input).flatMap((made) => artefactsOf(made, input));
}
