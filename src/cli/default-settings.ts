import type { ListedModel, SettingsFor } from '../gateway/index.ts';
import { hookToken, type Tenancy } from '../tenancy/index.ts';

/**
 * The managed settings every client gets that signed in here, until the policy room compiles documents by group. Measured
 * on Claude Code 2.1.332 (2026-11-26): with the first two variables a signed-in client calls no other host, from its very
 * first request on; the settings hold for `-p` at once, and an interactive session asks its developer once to accept the
 * second and third variable and the hooks. Telemetry goes to the gateway, and each request states its settings' checksum.
 */
export function defaultSettingsFor(tenancy: Tenancy): SettingsFor {
  return async (subject) => {
    const headers = { Authorization: `Bearer ${await hookToken(tenancy, subject)}` };
    const hook = { type: 'http', url: `${subject.gatewayUrl}/hooks/claude-code`, headers, timeout: hookSeconds };
    const asks = [{ hooks: [hook] }];
    return { ...quiet, hooks: { PreToolUse: asks, PostToolUse: asks, UserPromptSubmit: asks } };
  };
}

// Longer than a scan may take; after it the client goes on without an answer.
const hookSeconds = 10;

const quiet = {
  env: {
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    CLAUDE_CODE_DISABLE_OFFICIAL_MARKETPLACE_AUTOINSTALL: '1',
    CLAUDE_CODE_GATEWAY_HINT_HEADERS: '1',
    CLAUDE_CODE_ENABLE_TELEMETRY: '1',
    OTEL_LOGS_EXPORTER: 'otlp',
    OTEL_METRICS_EXPORTER: 'otlp',
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    OTEL_LOG_TOOL_DETAILS: '1',
  },
  skipWebFetchPreflight: true,
} as const;

/** Reads the models of the settings, each `ID` or `ID=NAME`. */
export function readModels(lines: readonly string[]): readonly ListedModel[] {
  return lines.map((line) => {
    const [id = '', ...name] = line.split('=');
    return { id: id.trim(), displayName: name.join('=').trim() || id.trim() };
  });
}
