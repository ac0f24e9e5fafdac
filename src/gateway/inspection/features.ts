/*
 * What a request makes use of beyond messages, by the names the catalogue has for what zero data retention does not
 * cover. Found by the names that stand in the body: one inside a string has its quotes escaped, so it is not taken for one.
 */
const byName: readonly (readonly [Buffer, string])[] = [
  [Buffer.from('"file_id"'), 'files'],
  [Buffer.from('"code_execution_'), 'code_execution'],
  [Buffer.from('"mcp_servers"'), 'mcp_connector'],
];

/** The features that a stretch of a body names. */
export function featuresIn(bytes: Buffer, start: number, end: number): readonly string[] {
  const stretch = bytes.subarray(start, end);
  return byName.flatMap(([name, feature]) => (stretch.includes(name) ? [feature] : []));
}
