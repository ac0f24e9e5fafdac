import type { FastifyInstance } from 'fastify';
import { noticeFile } from '../evidence/index.ts';
import { latestRecords } from '../ledger/index.ts';
import { writeNotice } from '../notices/index.ts';
import { listContracts } from '../tenancy/index.ts';
import { dayOf } from './catalogue-routes.ts';
import { startOf } from './catalogue-views.ts';
import { tenantOf } from './guard.ts';
import { noticeQuery, parseInput } from './input.ts';
import type { NoticesView } from './posture-contract.ts';
import type { ConsoleParts } from './server.ts';

const types = {
  md: 'text/markdown; charset=utf-8',
  pdf: 'application/pdf',
  odt: 'application/vnd.oasis.opendocument.text',
};
const mostVersions = 500;

/** The routes that hand out what staff, users, the works council and the impact assessment are told by the rules in force. */
export function noticeRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { rules, tenancy, means, version } = parts;
  server.get('/api/notices', async (request): Promise<NoticesView> => {
    const { policy, catalogue } = rules.inForce();
    const kept = await lastKept(parts, await tenantOf(request, parts), policy.version);
    return { policyVersion: policy.version, catalogueVersion: catalogue.version, kept };
  });
  server.get('/api/notices/file', async (request, reply) => {
    const { document, language, format, organization, contact } = parseInput(noticeQuery, request.query);
    const tenantId = await tenantOf(request, parts);
    const held = (await listContracts(tenancy, tenantId)).filter(({ stoppedAt }) => stoppedAt === null);
    const { policy, catalogue } = rules.inForce();
    const on = startOf(dayOf(tenancy.now()));
    const from = { policy, catalogue, on, version, held, means, organization, contact };
    const { name, bytes } = noticeFile(writeNotice(document, language, from), format);
    return reply
      .header('content-type', types[format])
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(bytes);
  });
}

// The last pack holds the four documents as they were: whether the policy is still that pack's is told by what was in force.
async function lastKept({ tenancy }: ConsoleParts, tenantId: string, current: string): Promise<NoticesView['kept']> {
  const [pack] = await latestRecords(tenancy, tenantId, { kind: 'evidence_pack_made', limit: 1 });
  if (!pack) return null;
  const versions = await latestRecords(tenancy, tenantId, { kind: 'policy_in_force', limit: mostVersions });
  const then = versions.find(({ recordedAt }) => recordedAt <= pack.recordedAt);
  return { at: pack.recordedAt, isSamePolicy: then ? then.policyVersion === current : null };
}
