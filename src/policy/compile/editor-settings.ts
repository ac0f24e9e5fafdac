import { deniedPaths } from './denied-paths.ts';
import { everywhere } from './limits.ts';
import type { CompileInput, Limit, Target } from './target.ts';

type Values = Readonly<Record<string, unknown>>;

/*
 * Programs whose settings switch telemetry and sharing off, and know no paths to keep out. Their keys stand in the
 * catalogue, each with its source; VS Code's own names for policies were read in its enterprise pages, 2026-11-26.
 */
export const vscodePolicy: Target = jsonTarget('vscode', 'github/business', {
  name: 'policy.json',
  values: () => ({ TelemetryLevel: 'off', EnableFeedback: false }),
  limits: [{ key: 'noPaths' }, { key: 'vscodeExtensions' }],
});

export const amazonQ: Target = jsonTarget('amazon-q', 'aws/q-pro', {
  name: 'amazon-q-settings.json',
  values: () => ({ 'amazonQ.telemetry': false, 'amazonQ.shareContentWithAWS': false }),
  limits: [{ key: 'noPaths' }, { key: 'userSettings' }, { key: 'awsOptOut' }],
});

export const kiro: Target = jsonTarget('kiro', 'aws/kiro-enterprise', {
  name: 'kiro-settings.json',
  values: () => ({ 'telemetry.enabled': false, 'codeWhisperer.shareCodeWhispererContentWithAWS': false }),
  limits: [{ key: 'noPaths' }, { key: 'userSettings' }, { key: 'awsOptOut' }],
});

/** Gemini's command line: system settings, which go before a person's and a project's. */
export const gemini: Target = jsonTarget('gemini-cli', 'google/code-assist-standard', {
  name: 'settings.json',
  values: () => ({ privacy: { usageStatisticsEnabled: false } }),
  limits: [{ key: 'geminiIgnore' }, { key: 'geminiEnvironment' }],
});

type JsonMaker = {
  readonly name: string;
  readonly values: (input: CompileInput) => Values;
  readonly limits: readonly Limit[];
};

function jsonTarget(id: string, plan: string, { name, values, limits }: JsonMaker): Target {
  return {
    id,
    plan,
    make: (input) => [
      {
        name,
        text: `${JSON.stringify(values(input), undefined, 2)}\n`,
        comment: undefined,
        limits: [
          ...everywhere,
          ...limits,
          ...(deniedPaths(input).isEverything ? [{ key: 'planRefused', args: { plan: planName(input) } }] : []),
        ],
      },
    ],
  };
}

function planName({ plan }: CompileInput): string {
  return `${plan.vendor}/${plan.plan}`;
}
