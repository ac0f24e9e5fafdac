import { readVariable, type Situation, type Variable } from './claude/situations.ts';

/** The variables that the controls look at. */
export const watchedVariables: readonly string[] = [
  'DISABLE_TELEMETRY',
  'DISABLE_ERROR_REPORTING',
  'DO_NOT_TRACK',
  'CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC',
  'CLAUDE_CODE_DISABLE_OFFICIAL_MARKETPLACE_AUTOINSTALL',
  'DISABLE_FEEDBACK_COMMAND',
  'DISABLE_BUG_COMMAND',
  'ANTHROPIC_BASE_URL',
  'ANTHROPIC_AUTH_TOKEN',
  'ANTHROPIC_API_KEY',
  'CLAUDE_CODE_OAUTH_TOKEN',
  'CLAUDE_CODE_USE_BEDROCK',
  'CLAUDE_CODE_USE_VERTEX',
  'CLAUDE_CODE_USE_FOUNDRY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'no_proxy',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'NODE_EXTRA_CA_CERTS',
  'CLAUDE_CONFIG_DIR',
  'OTEL_LOG_USER_PROMPTS',
  'OTEL_LOG_RAW_API_BODIES',
  'OTEL_LOG_TOOL_CONTENT',
  'OTEL_LOG_TOOL_DETAILS',
  'OTEL_LOG_ASSISTANT_RESPONSES',
];

/** A variable as the client sees it in one session, outside projects. */
export type EffectiveVariable = Variable & { readonly person: string; readonly session: string };

/** Every watched variable that something sets, unsets or may set, session by session. */
export function effectiveVariables(person: string, situations: readonly Situation[]): readonly EffectiveVariable[] {
  return situations
    .filter(({ project }) => project === undefined)
    .flatMap((situation) =>
      watchedVariables
        .map((name) => ({ ...readVariable(name, situation), person, session: situation.session.name }))
        .filter(({ place }) => place !== undefined),
    );
}
