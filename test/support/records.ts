import { timeOrderedId } from '../../src/base/index.ts';
import type { DeclaredPart, ExchangeDeclared } from '../../src/ledger/index.ts';

export type RecordWishes = {
  readonly tenantId: string;
  readonly session?: string;
  readonly gatewayId?: string;
  readonly parts?: readonly DeclaredPart[];
  readonly id?: string;
};

/** A declaration as the gateway would record it. */
export function declaredRecord({ tenantId, session, gatewayId, parts, id }: RecordWishes): ExchangeDeclared {
  const sender = {
    workspaceId: timeOrderedId(),
    personId: timeOrderedId(),
    keyId: timeOrderedId(),
    contractId: timeOrderedId(),
  };
  return {
    kind: 'exchange_declared',
    id: id ?? timeOrderedId(),
    tenantId,
    recordedAt: new Date().toISOString(),
    exchangeId: timeOrderedId(),
    gatewayId: gatewayId ?? timeOrderedId(),
    sender,
    client: session === undefined ? {} : { sessionId: session },
    request: {
      wire: 'anthropic',
      method: 'POST',
      path: '/v1/messages',
      isStream: true,
      bodyBytes: 10,
      queryBytes: 0,
      headerBytes: 0,
    },
    verdict: 'allow',
    reasons: [],
    parts: parts ?? [{ kind: 'prompt', bytes: 10, fingerprint: timeOrderedId(), sent: 'first' }],
  };
}
