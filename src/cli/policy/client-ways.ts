import type { Json } from '../../base/index.ts';
import type { DecideHook, SettingsFor } from '../../gateway/index.ts';
import { cliText } from '../../messages/index.ts';
import { compile, decideByFindings, factsOfHook, saidOf, targets, unknownPlan } from '../../policy/index.ts';
import { listContracts, listWorkspaces } from '../../tenancy/index.ts';
import type { Installation } from '../wire.ts';
import type { Rules } from './rules-in-force.ts';

type Inside = Pick<Installation, 'store' | 'tenancy' | 'tenant'>;
type Place = { readonly workspace: string; readonly contract: string; readonly vendor: string; readonly plan: string };

const freshMs = 30_000;

/** Tells by their ids what policies call a workspace and its contract; asked of the database at most twice a minute. */
function places({ store, tenancy, tenant }: Inside): (workspaceId: string, contractId?: string) => Promise<Place> {
  let known: { readonly at: number; readonly names: Promise<Names> } | undefined;
  const load = async (): Promise<Names> => {
    const [workspaces, contracts] = await Promise.all([
      listWorkspaces(store, tenant.id),
      listContracts(tenancy, tenant.id),
    ]);
    return { workspaces: new Map(workspaces.map(({ id, name }) => [id, name])), contracts };
  };
  return async (workspaceId, contractId) => {
    if (!known || performance.now() - known.at > freshMs) known = { at: performance.now(), names: load() };
    const { workspaces, contracts } = await known.names.catch((fault: unknown) => {
      known = undefined;
      throw fault;
    });
    const contract = contracts.find(({ id }) => id === contractId) ?? contracts[0];
    const { name = '', vendor = '', plan = '' } = contract ?? {};
    return { workspace: workspaces.get(workspaceId) ?? '', contract: name, vendor, plan };
  };
}

type Names = {
  readonly workspaces: ReadonlyMap<string, string>;
  readonly contracts: Awaited<ReturnType<typeof listContracts>>;
};

const claudeCode = targets.find(({ id }) => id === 'claude-code');

/**
 * The managed settings of a person's client: what `base` serves everybody (telemetry, hooks), and what the policy in force
 * compiles to for their workspace: files that must not be read, the age of local traces, the least version.
 *
 * The sandbox is not switched on from here: where its programs are not installed no command would run. Managed files on
 * the workstation do that (`octroi policy compile`).
 */
export function settingsByPolicy(rules: () => Rules, inside: Inside, base: SettingsFor): SettingsFor {
  const placeOf = places(inside);
  return async (subject) => {
    const served = await base(subject);
    const { policy, catalogue, terms } = rules();
    const { workspace, contract, vendor, plan } = await placeOf(subject.workspaceId);
    const at = new Date().toISOString();
    const [artefact] = claudeCode
      ? compile(claudeCode, {
          policy,
          catalogue,
          at,
          plan: terms.plan(`${vendor}/${plan}`, at) ?? unknownPlan(vendor, plan),
          contract,
          workspace,
          roles: subject.person.roles,
          route: { kind: 'gateway', url: subject.gatewayUrl },
          say: (key, args) => cliText(subject.language, key, args),
        })
      : [];
    return served && artefact ? merged(JSON.parse(artefact.text) as Document, served) : served;
  };
}

type Document = { readonly [key: string]: Json };

function merged(compiled: Document, served: Document): Document {
  // A person's own hooks and permissions stay theirs: whoever must forbid them does it in managed files.
  const { env, sandbox, hooks: _, allowManagedHooksOnly: __, allowManagedPermissionRulesOnly: ___, ...rest } = compiled;
  const { ANTHROPIC_BASE_URL: ____, ...variables } = objectOf(env);
  const { filesystem } = objectOf(sandbox);
  return {
    ...rest,
    ...served,
    env: { ...variables, ...objectOf(served['env']) },
    ...(filesystem === undefined ? {} : { sandbox: { filesystem } }),
  };
}

function objectOf(value: Json | undefined): Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Document) : {};
}

/**
 * The decision on a hook: first whether the file it names may leave from there at all, by the policy in force; then what is
 * found in its text. What the policy cannot say here (a model, a plan's features) it says at the gateway.
 */
export function hookByPolicy(rules: () => Rules, inside: Inside): DecideHook {
  const placeOf = places(inside);
  return async (facts) => {
    const { path, label, sender, person } = facts;
    if (path === undefined || !sender || !person) return decideByFindings(facts);
    const { policy, terms } = rules();
    const { workspace, contract, vendor, plan } = await placeOf(sender.workspaceId, sender.contractId);
    const at = new Date().toISOString();
    const exchange = factsOfHook({
      at,
      person,
      workspace,
      contract,
      plan: terms.plan(`${vendor}/${plan}`, at) ?? unknownPlan(vendor, plan),
    });
    const decision = policy.decide(exchange, [
      { kind: 'file', path, findings: [], ...(label === undefined ? {} : { label }) },
    ]);
    if (decision.verdict !== 'block') return decideByFindings(facts);
    return { verdict: 'block', reasons: decision.reasons, texts: saidOf(decision) };
  };
}
