/**
 * What a policy can speak of. The names are those that stand in every `.cedar` file: changing one breaks them.
 *
 * `principal` is the person, `resource` the part, `context` all that is the same for the whole exchange.
 */
export const cedarSchema = `
type Label = { name: String, rank: Long, needsZdr: Bool, neverLeaves: Bool };
type Findings = { classes: Set<String>, kinds: Set<String>, detectors: Set<String> };
type Plan = {
  vendor: String, name: String, audience: String, businessUse: String, training: String,
  isZdrOffered: Bool, personalDataNeedsZdr: Bool
};
type Workspace = { name: String, ceilingRank: Long, zdr: Bool, contract: String };
type Contract = {
  name: String, isInForce: Bool, hasZdr: Bool, hasTrainingOptOut: Bool, isReviewOverdue: Bool, region: String
};
type Model = { name: String, isOutsideZdr: Bool, ignoresOptOut: Bool };
type Version = { major: Long, minor: Long, patch: Long };
type Client = { name: String, version: Version, isTooOld: Bool };
type Exchange = {
  plan: Plan, workspace: Workspace, contract: Contract, model: Model, client: Client,
  features: Set<String>, featuresOutsideZdr: Set<String>, isZdrInForce: Bool
};
entity Person { roles: Set<String>, training: String };
entity Part { kind: String, label: Label, findings: Findings };
action transmit, transmit_redacted appliesTo { principal: Person, resource: Part, context: Exchange };
`;

/** The kinds of part there are: the ledger's, and `request` for an exchange that carries no part at all. */
const partKinds = [
  'prompt',
  'file',
  'instruction_file',
  'command_output',
  'git_state',
  'image',
  'document',
  'tool_result',
  'tool_call',
  'assistant_text',
  'thinking',
  'system',
  'tool_definition',
  'other',
  'request',
];

/** The words that a fact can be. A policy that compares it with another word would never apply. */
export const cedarWords: ReadonlyMap<string, readonly string[]> = new Map([
  ['context.plan.audience', ['consumer', 'commercial', 'unknown']],
  ['context.plan.businessUse', ['allowed', 'forbidden', 'unknown']],
  ['context.plan.training', ['no', 'unless_opted_out', 'yes', 'unknown']],
  ['principal.training', ['not_required', 'current', 'in_grace', 'exempt', 'overdue']],
  ['resource.findings.classes', ['secret', 'personal', 'dictionary']],
  ['resource.kind', partKinds],
]);
