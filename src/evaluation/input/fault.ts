/** What can be wrong in an input file. The texts a person reads stand in `messages/`, under these names. */
export const faultCodes = [
  'file_too_long',
  'yaml_broken',
  'key_unknown',
  'key_missing',
  'value_invalid',
  'range_missing',
  'range_disordered',
  'range_too_wide',
  'amount_not_positive',
  'share_out_of_bounds',
  'day_ahead',
  'plan_unknown',
  'label_unknown',
  'not_excluded',
  'tiers_disordered',
  'volume_unmeasured',
  'incidents_too_many',
] as const;

export type FaultCode = (typeof faultCodes)[number];

/** One thing that is wrong, and where. `line` counts from 1; `path` names the key. */
export type Fault = {
  readonly line: number;
  readonly path: string;
  readonly code: FaultCode;
  /** What stands there, or what was expected, in the words of the file itself; never more than a line. */
  readonly detail: string;
};

/** A key of the file, from the outermost. */
export type Path = readonly (string | number)[];

/** A fault before its line was looked up. */
export type Found = { readonly path: Path; readonly code: FaultCode; readonly detail: string };
