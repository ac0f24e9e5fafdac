import { z } from 'zod';
import type { Decision, Verdict } from './decision.ts';
import { policyError } from './errors.ts';
import type { ExchangeFacts, FindingFacts, PartFacts, PlanFacts } from './facts.ts';
import { type Fault, listFaults } from './files/fault.ts';
import type { PolicyFile } from './files/policy-file.ts';
import { readYaml } from './files/read-yaml.ts';
import type { Policy } from './policy.ts';
import type { TermsSource } from './terms.ts';

/** One case and what came of it. `line` is where it stands in its file. */
export type CaseResult = {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly expected: { readonly verdict: Verdict; readonly reasons: readonly string[] | undefined };
  readonly decision: Decision;
  readonly isMet: boolean;
};

export type CaseSurroundings = {
  readonly terms: TermsSource;
  /** The instant that cases have which name none, ISO 8601 in UTC. */
  readonly at: string;
  /** Finds what is sensitive in a case's `text`. */
  readonly scan: (text: string, path: string | undefined) => readonly FindingFacts[];
};

const classes = z.enum(['secret', 'personal', 'dictionary']);
const finding = z.union([classes, z.strictObject({ class: classes, kind: z.string(), detector: z.string() })]);

const part = z.strictObject({
  kind: z.string().default('prompt'),
  path: z.string().optional(),
  label: z.string().optional(),
  /** Classes of findings, or findings in full. */
  findings: z.array(finding).default([]),
  /** Is scanned; what is found comes to `findings`. */
  text: z.string().optional(),
});

const planChanges = z.strictObject({
  vendor: z.string(),
  plan: z.string(),
  audience: z.enum(['consumer', 'commercial', 'unknown']).default('commercial'),
  businessUse: z.enum(['allowed', 'forbidden', 'unknown']).default('allowed'),
  training: z.enum(['no', 'unless_opted_out', 'yes', 'unknown']).default('no'),
  isZdrOffered: z.boolean().default(false),
  featuresOutsideZdr: z.array(z.string()).default([]),
  personalDataNeedsZdr: z.boolean().default(false),
});

const oneCase = z.strictObject({
  name: z.string().min(1),
  at: z.string().optional(),
  /** `vendor/plan` of the catalogue, or the plan's facts. */
  plan: z.union([z.string(), planChanges]).default('anthropic/api'),
  model: z.string().optional(),
  workspace: z.string().default('default'),
  contract: z.string().default('anthropic'),
  roles: z.array(z.string()).default([]),
  trainingValidUntil: z.string().optional(),
  features: z.array(z.string()).default([]),
  client: z.strictObject({ name: z.string(), version: z.string().optional() }).default({ name: 'claude-cli' }),
  parts: z.array(part).default([]),
  expect: z.enum(['allow', 'redact', 'block']),
  /** All the reasons, in any order; not compared when absent. */
  reasons: z.array(z.string()).optional(),
});

const casesSchema = z.strictObject({ cases: z.array(oneCase).default([]) });

type Case = z.output<typeof oneCase>;

/**
 * Decides the cases of files (`*.test.yaml`) and compares with what they expect.
 * @throws policy_cases_invalid with all that is wrong in the files, each with its line and key
 */
export function runCases(
  policy: Policy,
  files: readonly PolicyFile[],
  around: CaseSurroundings,
): readonly CaseResult[] {
  const faults: Fault[] = [];
  const results = files.flatMap((file) => {
    const read = readYaml(file, casesSchema, faults);
    return (read?.value.cases ?? []).flatMap((each, index) => {
      const line = read?.lineOf(['cases', index]) ?? 1;
      const plan = planOf(each, around);
      if (plan) return [runCase(policy, { file: file.name, line, each, plan }, around)];
      const path = `cases.${index}.plan`;
      faults.push({ file: file.name, line, path, code: 'plan_unknown', detail: String(each.plan) });
      return [];
    });
  });
  if (faults.length > 0) throw policyError('policy_cases_invalid', { faults: listFaults(faults) });
  return results;
}

/** @throws policy_cases_unmet when a case was decided otherwise than it expects */
export function requireMet(results: readonly CaseResult[]): void {
  const unmet = results.filter(({ isMet }) => !isMet).length;
  if (unmet > 0) throw policyError('policy_cases_unmet', { unmet, count: results.length });
}

type PlacedCase = { readonly file: string; readonly line: number; readonly each: Case; readonly plan: PlanFacts };

function runCase(policy: Policy, { file, line, each, plan }: PlacedCase, around: CaseSurroundings): CaseResult {
  const decision = policy.decide(
    factsOf(each, plan, around),
    each.parts.map((one) => partFactsOf(one, around)),
  );
  const isMet =
    decision.verdict === each.expect &&
    (each.reasons === undefined || String(each.reasons.toSorted()) === String(decision.reasons.toSorted()));
  return { file, line, name: each.name, expected: { verdict: each.expect, reasons: each.reasons }, decision, isMet };
}

function planOf({ plan, at }: Case, around: CaseSurroundings): PlanFacts | undefined {
  return typeof plan === 'string' ? around.terms.plan(plan, at ?? around.at) : plan;
}

function factsOf(each: Case, plan: PlanFacts, around: CaseSurroundings): ExchangeFacts {
  const { roles, trainingValidUntil, workspace, contract, features, client, model } = each;
  const at = each.at ?? around.at;
  return {
    at,
    person: { roles, ...(trainingValidUntil === undefined ? {} : { trainingValidUntil }) },
    workspace,
    contract,
    plan,
    features,
    client: { name: client.name, ...(client.version === undefined ? {} : { version: client.version }) },
    ...(model === undefined ? {} : { model: around.terms.model(plan.vendor, model, at) }),
  };
}

function partFactsOf(
  { kind, path, label, findings, text }: z.output<typeof part>,
  around: CaseSurroundings,
): PartFacts {
  const told = findings.map((one) => (typeof one === 'string' ? { class: one, kind: one, detector: one } : one));
  const scanned = text === undefined ? [] : around.scan(text, path);
  return {
    kind,
    ...(path === undefined ? {} : { path }),
    ...(label === undefined ? {} : { label }),
    findings: [...told, ...scanned],
  };
}
