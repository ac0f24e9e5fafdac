export { type Agreements, agreementsOn } from './agreements.ts';
export { type PolicyBundle, signBundle } from './bundle/bundle.ts';
export { makeBundle } from './bundle/make-bundle.ts';
export { type CaseResult, type CaseSurroundings, requireMet, runCases } from './cases.ts';
export { compareContracts, type ContractFault, type HeldContract } from './compare-contracts.ts';
export { decisionComparer } from './changed-decisions.ts';
export type { CedarPolicy, ReasonText } from './cedar/read-policies.ts';
export { entryOf } from './entry-of.ts';
export type { Decision, PartDecision, Verdict } from './decision.ts';
export { type PolicyErrorCode, policyErrorCodes } from './errors.ts';
export type { ExchangeFacts, FindingFacts, ModelFacts, PartFacts, PersonFacts, PlanFacts } from './facts.ts';
export type { Configuration, RestorePlace } from './files/configuration.ts';
export { type Fault, type FaultCode, faultCodes } from './files/fault.ts';
export type { PolicyFile } from './files/policy-file.ts';
export { decideByFindings, type HookCase, type HookDecision } from './hooks/decide-by-findings.ts';
export { type HookAsked, hookAnswer, readHookAsked } from './hooks/client-hook.ts';
export { factsOfHook, saidOf } from './hooks/file-facts.ts';
export { isRestorable } from './hooks/restorable.ts';
export { type AskingRepository, askedLabels } from './labels/asked-labels.ts';
export { globAlternatives } from './labels/glob.ts';
export type { Label, Labels, RepositoryLabels } from './labels/labels.ts';
export {
  readRepositoryLabels,
  type RepositoryGlobs,
  repositoryGlobs,
} from './labels/repository-labels.ts';
export {
  isCases,
  isConfiguration,
  isRuling,
  loadPolicy,
  octroiPolicies,
  type ReadPolicy,
  readPolicy,
} from './load-policy.ts';
export {
  buildMatrix,
  letsAnythingGo,
  type MatrixCell,
  type MatrixContent,
  matrixContents,
  type MatrixRow,
} from './matrix.ts';
export type { Policy } from './policy.ts';
export {
  type Difference,
  diffPolicies,
  type Explanation,
  explain,
  type RecordedExchange,
  type UnknownFact,
} from './recorded.ts';
export { planFactsOf, strictestModel, type TermsSource, unknownPlan } from './terms.ts';
export { decisionsRestingOn } from './resting-decisions.ts';
export { compile, targets } from './compile/targets.ts';
export { contractForPlan } from './contract-for-plan.ts';
export { hostExpression, type HostRule, judgedHosts } from './compile/host-rules.ts';
export type { Artefact, CompileInput, Route, Say, Target } from './compile/target.ts';
export { type TrainingState, trainingStateOf } from './training-state.ts';
