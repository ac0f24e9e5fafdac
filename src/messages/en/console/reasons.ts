/** Reasons that are no refusals, and those of refusals whose error texts speak of arguments that the ledger does not keep. */
export const consoleReasons = {
  findings_redacted: 'Something sensitive was found; stand-ins left in its place.',
  gateway_policy_refused: 'The policy does not let this leave.',
  scan_timed_out: 'The inspection took too long, so nothing was sent.',
  detection_mapping_conflict: 'Two values would have got the same stand-in, so nothing was sent.',
  gateway_method_unknown: 'The address does not take this method.',
  gateway_body_too_large: 'The request was too large.',
  gateway_body_too_many_parts: 'The request consists of too many parts.',
  gateway_body_not_json: 'The request is no valid JSON.',
  gateway_body_too_deep: 'The request is nested too deep.',
  gateway_body_ambiguous: 'The request names the same member twice, so it could be read in two ways.',
  gateway_upstream_unreachable: 'The vendor cannot be reached.',
  gateway_upstream_broke_off: 'The vendor broke off its answer.',
  gateway_upstream_not_api: 'What answered is a web page, not the vendor’s API.',
  ledger_exchange_unknown: 'There is no such exchange.',
  ledger_write_rejected: 'The ledger refused the record, so nothing was sent.',
} as const;
