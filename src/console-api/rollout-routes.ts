import type { FastifyInstance } from 'fastify';
import type { Catalogue } from '../catalogue/index.ts';
import { cliText, type Language, languageOf } from '../messages/index.ts';
import { compile, contractForPlan, type Target, targets } from '../policy/index.ts';
import type { ProbedClientView, RolloutView } from './fleet-contract.ts';
import { tenantOf } from './guard.ts';
import type { RecordedProbe, RulesNow } from './rules.ts';
import type { ConsoleParts } from './server.ts';

/** The routes that show what is rolled out to workstations and networks, and what clients reached for in the laboratory. */
export function rolloutRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { rules, tenancy, gatewayUrl } = parts;
  server.get('/api/rollout', async (request): Promise<readonly RolloutView[]> => {
    await tenantOf(request, parts);
    const asked = {
      now: rules.inForce(),
      at: tenancy.now().toISOString(),
      gatewayUrl,
      language: languageOf(request.headers['accept-language']),
    };
    return targets.map((target) => rolloutOf(target, asked));
  });
  server.get('/api/probes', async (request): Promise<readonly ProbedClientView[]> => {
    await tenantOf(request, parts);
    return probedClients(rules.inForce().catalogue, await rules.recordedProbes());
  });
}

type Asked = {
  readonly now: RulesNow;
  readonly at: string;
  readonly gatewayUrl: string;
  readonly language: Language;
};

function rolloutOf(target: Target, { now, at, gatewayUrl: url, language }: Asked): RolloutView {
  const { policy, catalogue, terms } = now;
  const plan = terms.plan(target.plan, at);
  const named = { target: target.id, plan: target.plan };
  if (!plan) return { ...named, files: [] };
  const files = compile(target, {
    policy,
    catalogue,
    at,
    plan,
    contract: contractForPlan(policy, target.plan),
    workspace: 'default',
    route: { kind: 'gateway', url },
    say: (key, args) => cliText(language, key, args),
  });
  return { ...named, files };
}

function probedClients(catalogue: Catalogue, recorded: readonly RecordedProbe[]): readonly ProbedClientView[] {
  return catalogue
    .clients()
    .map(({ id, name, probes = [] }) => ({
      client: id,
      name,
      versions: [
        ...probes.map((record) => ({ record, from: 'catalogue' as const })),
        ...recorded.filter((one) => one.client === id).map(({ record }) => ({ record, from: 'laboratory' as const })),
      ].map(({ record, from }) => ({ version: record.version, from, on: record.validFrom, runs: record.runs })),
    }))
    .filter(({ versions }) => versions.length > 0);
}
