export { type CaseResult, type CaseSurroundings, requireMet, runCases } from './cases.ts';
export { decisionComparer } from './changed-decisions.ts';
export type { CedarPolicy, ReasonText } from './cedar/read-policies.ts';
export { agreedOn, entryOf } from './derive-facts.ts';
export type { Decision, PartDecision, Verdict } from './decision.ts';
export { type PolicyErrorCode, policyErrorCodes } from './errors.ts';
export type { ExchangeFacts, FindingFacts, ModelFacts, PartFacts, PersonFacts, PlanFacts } from './facts.ts';
export type { Configuration, RestorePlace } from './files/configuration.ts';
export { type Fault, type FaultCode, faultCodes } from './files/fault.ts';
export type { PolicyFile } from './files/policy-file.ts';
export { globAlternatives } from './labels/glob.ts';
export type { Label, Labels, RepositoryLabels } from './labels/labels.ts';
export { readRepositoryLabels } from './labels/repository-labels.ts';
export {
  isCases,
  isConfiguration,
  isRuling,
  loadPolicy,
  octroiPolicies,
  type ReadPolicy,
  readPolicy,
} from './load-policy.ts';
export { buildMatrix, type MatrixCell, type MatrixContent, matrixContents, type MatrixRow } from './matrix.ts';
export type { Policy } from './policy.ts';
export {
  type Difference,
  diffPolicies,
  type Explanation,
  explain,
  type RecordedExchange,
} from './recorded.ts';
export { planFactsOf, type TermsSource, unknownPlan } from './terms.ts';
export { compile, targets } from './compile/targets.ts';
export type { Artefact, CompileInput, Route, Say, Target } from './compile/target.ts';
