import type { FingerprintKey } from '../../src/base/index.ts';
import { keyedMark, openLedger } from '../../src/ledger/index.ts';
import type { Installation } from '../../src/cli/wire.ts';
import type { Addition } from '../../src/provenance/index.ts';

type Post = { readonly installation: Installation; readonly key: FingerprintKey };

/** Records each addition as what an exchange wrote, a minute before its commit, as the gateway does. */
export async function recordAsWritten({ installation, key }: Post, additions: readonly Addition[]): Promise<void> {
  const { tenancy, tenant } = installation;
  const ledger = openLedger({ ...tenancy, gatewayId: tenancy.newId(), waitMs: 5_000 });
  const marks = (digests: readonly string[]): string =>
    [...new Set(digests)].map((digest) => keyedMark(key, digest)).join('');
  for (const { path, writtenAt, lines } of additions) {
    const exchangeId = tenancy.newId();
    const recordedAt = new Date(Date.parse(writtenAt) - 60_000).toISOString();
    const passage = {
      by: 'write',
      path,
      lines: lines.length,
      unmarked: 0,
      lineMarks: marks(lines.flatMap(({ digests }) => digests.line ?? [])),
      gramMarks: marks(lines.flatMap(({ digests }) => digests.grams)),
    } as const;
    const common = { tenantId: tenant.id, recordedAt, exchangeId };
    const declaredBy = tenancy.newId();
    const sender = { workspaceId: tenant.id, personId: tenant.id, keyId: tenant.id, contractId: tenant.id };
    await ledger.append({
      ...common,
      kind: 'exchange_declared',
      id: declaredBy,
      gatewayId: declaredBy,
      sender,
      client: {},
      request: {
        wire: 'anthropic',
        method: 'POST',
        path: '/v1/messages',
        isStream: true,
        bodyBytes: 0,
        queryBytes: 0,
        headerBytes: 0,
      },
      verdict: 'allow',
      reasons: [],
      parts: [],
    });
    await ledger.append({
      ...common,
      kind: 'exchange_finished',
      id: tenancy.newId(),
      declaredBy,
      outcome: 'answered',
      answerBytes: 0,
      durationMs: 0,
      written: { passages: [passage] },
    });
  }
}
