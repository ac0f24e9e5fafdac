import { type DeniedPath, deniedPaths } from './denied-paths.ts';
import { countLimit, everywhere, pathLimits } from './limits.ts';
import { readRules } from './read-rules.ts';
import type { CompileInput, Made, Target } from './target.ts';

/** Content exclusion: a text for the settings of the organisation, which holds in editors and on the web. */
export const copilotExclusion: Target = {
  id: 'copilot-exclusion',
  plan: 'github/business',
  make: (input) => [exclusion(input)],
};

/** The managed settings that Copilot's command line, application and VS Code read. */
export const copilotSettings: Target = {
  id: 'copilot-settings',
  plan: 'github/business',
  make: (input) => [
    {
      name: 'managed-settings.json',
      text: `${JSON.stringify(managedSettings(input), undefined, 2)}\n`,
      comment: undefined,
      limits: [
        ...everywhere,
        ...pathLimits(deniedPaths(input)),
        { key: 'copilotTelemetry' },
        { key: 'copilotCommands' },
      ],
    },
  ],
};

function exclusion(input: CompileInput): Made {
  const denied = deniedPaths(input);
  const inside = denied.paths.filter(({ from }) => from === 'any');
  const patterns = denied.isEverything ? ['**/*'] : inside.flatMap(patternsOf);
  return {
    name: 'copilot-content-exclusion.yml',
    text: ['"*":', ...patterns.map((pattern) => `  - ${JSON.stringify(pattern)}`), ''].join('\n'),
    comment: '#',
    limits: [
      ...everywhere,
      ...pathLimits(denied),
      ...countLimit('outsideRepository', denied.paths.length - inside.length),
      ...(denied.except.length > 0 ? [{ key: 'exceptions' }] : []),
      { key: 'copilotSurfaces' },
    ],
  };
}

// Patterns are those of fnmatch: a folder does not cover what is in it.
function patternsOf({ path }: DeniedPath): readonly string[] {
  return [`**/${path}`, `**/${path}/**`];
}

// `captureContent` is locked at off: telemetry that a company collects itself must not become a copy of its sources.
function managedSettings(input: CompileInput): Readonly<Record<string, unknown>> {
  return {
    permissions: { disableBypassPermissionsMode: 'disable', deny: readRules(deniedPaths(input)) },
    telemetry: { captureContent: false, lockCaptureContent: true },
  };
}
