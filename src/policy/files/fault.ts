/** What can be wrong in the files. The texts a person reads stand in `messages/`, under these names. */
export const faultCodes = [
  'file_unknown',
  'file_empty',
  'yaml_broken',
  'key_unknown',
  'key_missing',
  'value_invalid',
  'name_twice',
  'label_unknown',
  'contract_unknown',
  'retention_unknown',
  'lifetime_out_of_bounds',
  'detector_unknown',
  'default_policy_unknown',
  'labels_too_many',
  'glob_invalid',
  'cedar_broken',
  'cedar_invalid',
  'id_missing',
  'id_taken',
  'text_missing',
  'literal_unknown',
  'name_undefined',
  'plan_unknown',
] as const;

export type FaultCode = (typeof faultCodes)[number];

/** One thing that is wrong, and where. `line` counts from 1; `path` names the key, or the policy. */
export type Fault = {
  readonly file: string;
  readonly line: number;
  readonly path: string;
  readonly code: FaultCode;
  /** What stands there, or what was expected; never more than a line. */
  readonly detail: string;
};

/** All faults, one a line, in the order of the files: fit for an error's text in either language. */
export function listFaults(faults: readonly Fault[]): string {
  return inOrder(faults)
    .map(({ file, line, path, code, detail }) => `\n  ${file}:${line}: ${path}: ${code}${detail && ` (${detail})`}`)
    .join('');
}

export function inOrder(faults: readonly Fault[]): readonly Fault[] {
  return faults.toSorted((one, other) =>
    one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1,
  );
}
