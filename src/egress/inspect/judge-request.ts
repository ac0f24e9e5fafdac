import type { Host, HostPurpose } from '../../catalogue/index.ts';
import { hostExpression } from '../../policy/index.ts';
import { egressError } from '../errors.ts';
import { pathTemplate } from './path-template.ts';
import { readPath } from './read-path.ts';

export type InspectedRequest = {
  /** The name of the tunnel, which the name inside TLS was found to be. */
  readonly host: string;
  /** As the client wrote it: the request target, or `:path`. */
  readonly target: string;
  /** Every `Host` line, in order. */
  readonly hosts: readonly string[];
  /** `:authority` of HTTP/2. */
  readonly authority?: string;
  /** The port of the tunnel, where it is not that of HTTPS. */
  readonly port?: number;
};

export type PathRule = { readonly host: RegExp; readonly below: string; readonly rule: HostPurpose };

/** What of a host is refused by its path: its telemetry and error reports, where the catalogue tells them by path. */
export function pathRules(hosts: readonly Pick<Host, 'pattern' | 'paths'>[]): readonly PathRule[] {
  return hosts.flatMap(({ pattern, paths = [] }) =>
    paths
      .filter(({ purpose }) => purpose === 'telemetry' || purpose === 'error-reporting')
      .map(({ path, purpose }) => ({
        host: new RegExp(`^${hostExpression(pattern)}$`),
        below: familyOf(path),
        rule: purpose,
      })),
  );
}

// `/api/event_logging/v2/batch` speaks for `/api/event_logging`: the next version is not let through for being new.
function familyOf(path: string): string {
  return /^(\/.+?)\/v\d+(?:\/|$)/.exec(path)?.[1] ?? path;
}

/**
 * Judges a request inside an inspected tunnel by its head; returns what a record may keep of its path.
 * @throws egress_authority_foreign, egress_path_ambiguous, egress_path_denied
 */
export function judgeRequest(request: InspectedRequest, rules: readonly PathRule[]): string {
  const { host, target } = request;
  if (!isForHost(request)) throw egressError('egress_authority_foreign', { host });
  const path = readPath(target);
  const denied = rules.find((each) => each.host.test(host) && isBelow(path, each.below));
  if (denied) throw egressError('egress_path_denied', { host, path: denied.below, rule: denied.rule });
  return pathTemplate(path);
}

// RFC 9112 §3.2: one Host and no more; RFC 9113 §8.3.1: where both are, they say the same.
function isForHost({ host, hosts, authority, port = 443 }: InspectedRequest): boolean {
  const said = authority === undefined ? hosts : [authority, ...hosts];
  return said.length > 0 && hosts.length <= 1 && said.every((each) => nameOf(each, port) === host);
}

function nameOf(authority: string, port: number): string {
  const [, name = '', said = String(port)] = /^([^:]*)(?::(\d+))?$/.exec(authority.toLowerCase()) ?? [];
  return said === String(port) ? name.replace(/\.$/, '') : '';
}

// In any case of letters: a server that does not tell them apart is not led around.
function isBelow(path: string, below: string): boolean {
  const lower = path.toLowerCase();
  return lower === below || lower.startsWith(`${below}/`);
}
