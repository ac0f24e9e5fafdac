import type { Machine } from '../machine/machine.ts';

/** Where Copilot's managed settings must lie. Source: docs.github.com managed settings, read 2026-11-23. */
export function copilotManagedFile({ system, drive }: Machine): string {
  if (system === 'macos') return '/Library/Application Support/GitHubCopilot/managed-settings.json';
  return system === 'windows'
    ? `${drive}/Program Files/GitHubCopilot/managed-settings.json`
    : '/etc/github-copilot/managed-settings.json';
}

/** The folder of Gemini's system settings, which go before a person's. */
export function geminiSystemFolder({ system, drive }: Machine): string {
  if (system === 'macos') return '/Library/Application Support/GeminiCli';
  return system === 'windows' ? `${drive}/ProgramData/gemini-cli` : '/etc/gemini-cli';
}

/** VS Code's policies on Linux; macOS and Windows take them from device management. */
export const vscodePolicyFile = '/etc/vscode/policy.json';

/** What Codex must keep to, on Linux and macOS. */
export const codexRequirements = '/etc/codex/requirements.toml';
