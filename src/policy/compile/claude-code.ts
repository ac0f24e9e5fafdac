import { deniedPaths } from './denied-paths.ts';
import { everywhere, pathLimits } from './limits.ts';
import { absolutePaths, readRules } from './read-rules.ts';
import type { CompileInput, Limit, Target } from './target.ts';

/** The managed settings of Claude Code as one document: a file, a preference of macOS, a value of the registry, or served. */
export const claudeCode: Target = {
  id: 'claude-code',
  plan: 'anthropic/api',
  make: (input) => [
    { name: 'managed-settings.json', text: settingsText(input), comment: undefined, limits: claudeCodeLimits(input) },
  ],
};

/*
 * Measured on 2.1.330: a managed `forceLoginOrgUUID` makes the client refuse to start beside a gateway's token, so a profile
 * has one of the two; and the two variables with `skipWebFetchPreflight` leave no connection but the gateway's.
 */
export function claudeCodeSettings(input: CompileInput): Readonly<Record<string, unknown>> {
  const { policy, route } = input;
  const denied = deniedPaths(input);
  const { localTraceDays, clients } = policy.configuration;
  const minimum = clients['claude-cli']?.minimumVersion;
  return {
    ...(route.kind === 'login' ? { forceLoginOrgUUID: route.organizationId } : {}),
    env: environment(input),
    permissions: { deny: readRules(denied), disableBypassPermissionsMode: 'disable' },
    // `python -c open(…)` and `grep -r` go past Read rules; what a sandboxed command cannot open it cannot read.
    sandbox: {
      enabled: true,
      // Without it, commands run unsandboxed on a machine that has no sandbox.
      failIfUnavailable: true,
      allowUnsandboxedCommands: false,
      filesystem: { denyRead: absolutePaths(denied) },
    },
    ...hooks(route),
    cleanupPeriodDays: localTraceDays,
    skipWebFetchPreflight: true,
    allowManagedHooksOnly: true,
    allowManagedPermissionRulesOnly: true,
    disableRemoteControl: true,
    ...(minimum === undefined ? {} : { requiredMinimumVersion: minimum }),
  };
}

export function settingsText(input: CompileInput): string {
  return `${JSON.stringify(claudeCodeSettings(input), undefined, 2)}\n`;
}

export function claudeCodeLimits(input: CompileInput): readonly Limit[] {
  const { isEverything, except, ...denied } = deniedPaths(input);
  return [
    ...everywhere,
    ...pathLimits({ isEverything, except, ...denied }),
    ...(except.length > 0 && !isEverything ? [{ key: 'exceptions' }] : []),
    { key: 'claudeImports' },
    { key: 'claudeSandbox' },
    ...(input.route.kind === 'gateway' ? [{ key: 'claudeToken' }, { key: 'claudeHooks' }] : [{ key: 'claudeLogin' }]),
  ];
}

// What the catalogue recommends; octroi's own variable tells on a workstation by which policy it stands.
function environment({ catalogue, at, policy, route }: CompileInput): Readonly<Record<string, string>> {
  const recommended = (catalogue.client('claude-code', new Date(at))?.variables ?? []).flatMap(
    ({ name, recommended: value }) => (value === undefined ? [] : [[name, value] as const]),
  );
  return {
    ...(route.kind === 'gateway' ? { ANTHROPIC_BASE_URL: route.url } : {}),
    ...Object.fromEntries(recommended),
    OCTROI_POLICY_VERSION: policy.version,
  };
}

// Longer than a cold start takes on a busy machine; after it the client goes on without an answer.
const hookSeconds = 10;

// Hooks over HTTP fail open in the client, and none is sent when a session starts (measured); a command is asked then too.
function hooks(route: CompileInput['route']): Readonly<Record<string, unknown>> {
  if (route.hookCommand !== undefined) {
    const asks = [{ hooks: [{ type: 'command', command: route.hookCommand, timeout: hookSeconds }] }];
    return { hooks: { SessionStart: asks, ...onTools(asks) } };
  }
  if (route.kind !== 'gateway' || route.hooksUrl === undefined) return {};
  return { hooks: onTools([{ hooks: [{ type: 'http', url: route.hooksUrl }] }]) };
}

type Asks = readonly { readonly hooks: readonly unknown[] }[];

function onTools(asks: Asks): Readonly<Record<string, Asks>> {
  const forTools = asks.map((each) => ({ matcher: '*', ...each }));
  return { PreToolUse: forTools, PostToolUse: forTools, UserPromptSubmit: asks };
}
