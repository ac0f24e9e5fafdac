import { OctroiError } from '../../base/index.ts';
import type { InspectedRequest as RequestLine } from '../../ledger/index.ts';
import { byMode, flowRules } from '../decide.ts';
import { egressError } from '../errors.ts';
import type { Flow } from '../flow.ts';
import type { EgressParts } from '../proxy.ts';
import type { Inspection } from './inspection.ts';
import { type InspectedRequest, judgeRequest } from './judge-request.ts';
import { pathTemplate } from './path-template.ts';
import { readPath } from './read-path.ts';

/** The head of a request, as its protocol gave it. */
export type RequestHead = Omit<InspectedRequest, 'host' | 'port'> & {
  readonly method: string;
  /** It asks to go on in another protocol: nobody could judge what follows. */
  readonly isUpgrade: boolean;
};

/** What becomes of a request, as its record says it. A fault refuses it. */
export type DecidedRequest = Pick<RequestLine, 'method' | 'path' | 'decision' | 'rule' | 'reason'> & {
  readonly fault?: unknown;
};

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

/**
 * Decides over a request inside an inspected tunnel. What a rule refuses follows the mode, as with hosts; a request that is
 * for another host, or can be read in two ways, is refused in every mode: it is no matter of the policy.
 */
export function decideRequest(
  { parts, inspection, flow }: { readonly parts: EgressParts; readonly inspection: Inspection; readonly flow: Flow },
  { method: said, isUpgrade, ...head }: RequestHead,
): DecidedRequest {
  const { host, port } = flow.target;
  const method = methods.has(said) ? said : 'OTHER';
  // Of a workspace under zero retention nothing is kept that a client wrote.
  const kept = (path: string): string => (flow.source.isCountsOnly ? '' : path);
  try {
    const path = judgeRequest({ ...head, host, port }, inspection.pathRules());
    if (isUpgrade) throw egressError('egress_upgrade_refused', { host });
    return { method, path: kept(path), decision: 'pass' };
  } catch (fault) {
    if (!(fault instanceof OctroiError)) throw fault;
    const reason = fault.code;
    if (reason !== 'egress_path_denied') return { method, path: '', decision: 'refused', reason, fault };
    const path = kept(pathTemplate(readPath(head.target)));
    const rule = flowRules.find((each) => each === fault.args['rule']) ?? 'telemetry';
    const { effect } = byMode(rule, reason, parts.rules());
    if (effect !== 'refuse') return { method, path, decision: effect, rule };
    return { method, path, decision: 'refused', rule, reason, fault };
  }
}
