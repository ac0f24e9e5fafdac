import { deniedPaths } from './denied-paths.ts';
import { everywhere, pathLimits } from './limits.ts';
import { absolutePaths } from './read-rules.ts';
import type { CompileInput, Target } from './target.ts';

/** What Codex must keep to on every machine; a person's configuration cannot go past it. */
export const codex: Target = {
  id: 'codex',
  plan: 'openai/enterprise',
  make: (input) => [
    {
      name: 'requirements.toml',
      text: requirements(input),
      comment: '#',
      limits: [...everywhere, ...pathLimits(deniedPaths(input)), { key: 'codexGlobs' }, { key: 'codexWire' }],
    },
  ],
};

// `plugins` fetches from GitHub and chatgpt.com at each start; without it nothing but the provider is reached (measured on 0.169.0).
function requirements(input: CompileInput): string {
  const denied = absolutePaths(deniedPaths(input));
  return [
    'allowed_sandbox_modes = ["read-only", "workspace-write"]',
    '',
    '[features]',
    'plugins = false',
    '',
    '[permissions.filesystem]',
    'deny_read = [',
    ...denied.map((path) => `  ${JSON.stringify(path)},`),
    ']',
    '',
  ].join('\n');
}
