import { isYes } from '../controls/control.ts';
import { bypassIn, cloudRoutes } from '../controls/network.ts';
import { contentSwitches, logsContent } from '../controls/otel.ts';
import { isRecord, valueAt } from '../claude/settings-document.ts';

/** How Claude Code reaches its models under the profile: see the policy's `Route`. */
export type RouteKind = 'gateway' | 'login';

type Unwanted = { readonly path: readonly string[]; readonly isUnwanted: (value: unknown) => boolean };

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

const variable = (name: string, isUnwanted: (text: string) => boolean): Unwanted => ({
  path: ['env', name],
  isUnwanted: (value) => isGiven(value) && isUnwanted(String(value)),
});

const onEveryRoute: readonly Unwanted[] = [
  ...contentSwitches.map((name) => variable(name, (text) => logsContent(name, text))),
  ...cloudRoutes.map((name) => variable(name, isYes)),
  ...['NO_PROXY', 'no_proxy'].map((name) => variable(name, (text) => bypassIn(text) !== undefined)),
  variable('NODE_TLS_REJECT_UNAUTHORIZED', (text) => text === '0'),
  { path: ['apiKeyHelper'], isUnwanted: isGiven },
  { path: ['disableAllHooks'], isUnwanted: (value) => value === true },
  { path: ['sandbox', 'filesystem', 'disabled'], isUnwanted: (value) => value === true },
];

const onRoute: Readonly<Record<RouteKind, readonly Unwanted[]>> = {
  gateway: [
    variable('ANTHROPIC_API_KEY', () => true),
    variable('CLAUDE_CODE_OAUTH_TOKEN', () => true),
    { path: ['forceLoginOrgUUID'], isUnwanted: isGiven },
  ],
  login: [variable('ANTHROPIC_BASE_URL', () => true), variable('ANTHROPIC_AUTH_TOKEN', () => true)],
};

/** The keys of Claude Code's settings that go against the profile, whatever it sets itself. */
export function unwantedKeys(values: unknown, route: RouteKind): readonly (readonly string[])[] {
  if (!isRecord(values)) return [];
  return [...onEveryRoute, ...onRoute[route]]
    .filter(({ path, isUnwanted }) => isUnwanted(valueAt(values, path)))
    .map(({ path }) => path);
}
