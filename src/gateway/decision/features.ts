// The same by the beta headers with which clients ask for them.
const byBeta: readonly (readonly [RegExp, string])[] = [
  [/\bfiles-api-/, 'files'],
  [/\bcode-execution-/, 'code_execution'],
  [/\bmcp-client-/, 'mcp_connector'],
  [/\bmessage-batches-/, 'batches'],
  [/\bskills-/, 'skills'],
  [/\bmanaged-agents-/, 'managed_agents'],
];

/** The features a request makes use of, each once: those its body names, and those its beta header asks for. */
export function featuresOf(named: ReadonlySet<string>, betas: string): readonly string[] {
  const asked = byBeta.flatMap(([beta, feature]) => (beta.test(betas) ? [feature] : []));
  return [...new Set([...named, ...asked])].toSorted();
}
