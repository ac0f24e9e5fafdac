import type { FastifyInstance } from 'fastify';
import { exportRecords, type LedgerRecord } from '../ledger/index.ts';
import { isCases, readPolicy, runCases } from '../policy/index.ts';
import { comparePolicies } from './compare-policies.ts';
import { diffForm, parseInput } from './input.ts';
import type { CasesView, DiffView, PolicyVersionView, PolicyView, ReasonsView } from './policy-contract.ts';
import { allReasons, caseView, faultView, policyView } from './policy-views.ts';
import type { ConsoleParts } from './server.ts';
import { tenantOf } from './guard.ts';

// A policy with the globs of a large company is larger than any other form.
const mostDiffBytes = 2 * 1024 * 1024;

/** The routes that show the policy in force, run its cases, and try another one on the past. */
export function policyRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { rules, tenancy } = parts;
  server.get('/api/policy', async (request): Promise<PolicyView> => {
    await tenantOf(request, parts);
    const { policy, files } = rules.inForce();
    return policyView(policy, files);
  });
  server.get('/api/reasons', async (request): Promise<ReasonsView> => {
    await tenantOf(request, parts);
    return allReasons(rules.inForce().policy);
  });
  server.get('/api/policy/cases', async (request): Promise<CasesView> => {
    await tenantOf(request, parts);
    const { policy, files, terms } = rules.inForce();
    const around = { terms, scan: rules.scan, at: tenancy.now().toISOString() };
    const ran = runCases(
      policy,
      files.filter(({ name }) => isCases(name)),
      around,
    );
    return { version: policy.version, cases: ran.map(caseView) };
  });
  server.get('/api/policy/versions', async (request): Promise<readonly PolicyVersionView[]> => {
    const tenantId = await tenantOf(request, parts);
    const versions: PolicyVersionView[] = [];
    for await (const body of exportRecords(tenancy, tenantId, { kinds: ['policy_in_force'] }))
      versions.unshift(...versionView(JSON.parse(body) as LedgerRecord));
    return versions;
  });
  server.post('/api/policy/diff', { bodyLimit: mostDiffBytes }, async (request): Promise<DiffView> => {
    const tenantId = await tenantOf(request, parts);
    const { files, from, until } = parseInput(diffForm, request.body);
    const read = readPolicy(files);
    if (read.kind === 'faults') return { kind: 'faults', faults: read.faults.map(faultView) };
    const { policy, terms } = rules.inForce();
    return comparePolicies(policy, read.policy, rules.recordedExchanges({ tenantId, terms, from, until }));
  });
}

function versionView(record: LedgerRecord): readonly PolicyVersionView[] {
  if (record.kind !== 'policy_in_force') return [];
  const { id, recordedAt, policyVersion, catalogueVersion, source, files } = record;
  return [{ recordId: id, at: recordedAt, version: policyVersion, catalogueVersion, source, files }];
}
