/*
 * What a request makes use of beyond messages, by the names the catalogue has for what zero data retention does not
 * cover. Found by beta header and by the names that stand in the body: a name inside a string has its quotes escaped, so
 * it is not taken for one.
 */
const byBeta: readonly (readonly [RegExp, string])[] = [
  [/\bfiles-api-/, 'files'],
  [/\bcode-execution-/, 'code_execution'],
  [/\bmcp-client-/, 'mcp_connector'],
  [/\bmessage-batches-/, 'batches'],
];
const byName: readonly (readonly [Buffer, string])[] = [
  [Buffer.from('"file_id"'), 'files'],
  [Buffer.from('"code_execution_'), 'code_execution'],
  [Buffer.from('"mcp_servers"'), 'mcp_connector'],
];

export function featuresOf(bytes: Buffer, betas: string): readonly string[] {
  const found = [
    ...byBeta.flatMap(([beta, feature]) => (beta.test(betas) ? [feature] : [])),
    ...byName.flatMap(([name, feature]) => (bytes.includes(name) ? [feature] : [])),
  ];
  return found.length > 1 ? [...new Set(found)].toSorted() : found;
}
