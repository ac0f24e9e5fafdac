/** Reasons of refusals whose error texts speak of arguments that the ledger does not keep. */
export const consoleReasons = {
  gateway_method_unknown: 'The address does not take this method.',
  gateway_body_too_large: 'The request was too large.',
  gateway_body_not_json: 'The request is no valid JSON.',
  gateway_body_too_deep: 'The request is nested too deep.',
  gateway_body_ambiguous: 'The request names the same member twice, so it could be read in two ways.',
  gateway_upstream_unreachable: 'The vendor cannot be reached.',
  gateway_upstream_broke_off: 'The vendor broke off its answer.',
  gateway_upstream_not_api: 'What answered is a web page, not the vendor’s API.',
  gateway_hook_prompt_secret: 'The prompt held a secret or a word of the company, so it was not sent.',
  gateway_hook_tool_secret: 'The call would have carried a secret or a word of the company out, so it was stopped.',
  gateway_hook_inference_secret: 'The conversation held a secret or a word of the company, so it was not sent.',
  ledger_exchange_unknown: 'There is no such exchange.',
  ledger_write_rejected: 'The ledger refused the record, so nothing was sent.',
} as const;
