export const gatewayErrors = {
  gateway_credential_missing: {
    text: 'This request carries no octroi key.',
    hint: 'Set ANTHROPIC_AUTH_TOKEN to the key (oct_…) you were given.',
  },
  gateway_credential_personal: {
    text: 'This request carries a personal claude.ai login. Consumer plans do not pass here, and nothing was read.',
    hint: 'Run /logout (or `claude auth logout`), then set ANTHROPIC_AUTH_TOKEN to your octroi key (oct_…).',
  },
  gateway_credential_vendor: {
    text: 'This request carries a vendor’s own key. It does not belong on workstations, and nothing was read.',
    hint: 'Unset ANTHROPIC_API_KEY and set ANTHROPIC_AUTH_TOKEN to your octroi key (oct_…); have the vendor key replaced.',
  },
  gateway_credential_unknown: {
    text: 'The credential of this request is no octroi key.',
    hint: 'Set ANTHROPIC_AUTH_TOKEN to the key (oct_…) you were given.',
  },
  gateway_credential_conflict: {
    text: 'This request carries two different credentials.',
    hint: 'Keep ANTHROPIC_AUTH_TOKEN with your octroi key, and unset ANTHROPIC_API_KEY and apiKeyHelper.',
  },
  gateway_key_unknown: {
    text: 'This octroi key is not known.',
    hint: 'Check that it was copied whole, or ask for a new one.',
  },
  gateway_key_expired: { text: 'This octroi key has expired.', hint: 'Ask for a new one.' },
  gateway_key_revoked: { text: 'This octroi key has been revoked.', hint: 'Ask for a new one.' },
  gateway_contract_missing: {
    text: 'No contract with the vendor is set up for this workspace, so nothing was sent.',
    hint: 'An operator adds one with `octroi contract add`.',
  },
  gateway_contract_stopped: {
    text: 'The contract of this workspace is stopped, because another organisation answered than the one it names.',
    hint: 'An operator checks the credential, then runs `octroi contract resume ID`.',
  },
  gateway_organization_mismatch: {
    text: 'Another organisation answered than the one this contract names. The answer was withheld and the contract stopped.',
    hint: 'Tell an operator: the credential may belong to another account.',
  },
  gateway_path_unknown: {
    text: 'octroi does not carry requests to this path, since it could not inspect them.',
    hint: 'Use /v1/messages; ask an operator if a feature you need is missing.',
  },
  gateway_method_unknown: { text: 'This path does not take {method}.', hint: 'Check the client’s version.' },
  gateway_request_malformed: {
    text: 'This is no valid HTTP request.',
    hint: 'Check what stands between the client and octroi.',
  },
  gateway_headers_too_large: {
    text: 'The request’s headers are too large.',
    hint: 'Remove custom headers (ANTHROPIC_CUSTOM_HEADERS).',
  },
  gateway_body_missing: { text: 'The request has no body.', hint: 'Check the client’s version.' },
  gateway_body_too_large: {
    text: 'The request is larger than {limit} bytes.',
    hint: 'Start a new conversation with /clear, or shorten this one with /compact.',
  },
  gateway_request_too_slow: {
    text: 'The request stopped arriving.',
    hint: 'Check the network between the client and octroi, then try again.',
  },
  gateway_body_cut_short: { text: 'The request ended before its body was complete.', hint: 'Try again.' },
  gateway_body_not_json: {
    text: 'The request is no valid JSON (at byte {offset}).',
    hint: 'Check the client’s version.',
  },
  gateway_body_not_utf8: { text: 'The request is no valid UTF-8.', hint: 'Check the client’s version.' },
  gateway_body_too_deep: {
    text: 'The request is nested deeper than {limit} levels.',
    hint: 'Shorten the tool call that made it.',
  },
  gateway_body_ambiguous: {
    text: 'The request names the same member twice (at byte {offset}), so it could be read in two ways.',
    hint: 'Check the client’s version.',
  },
  gateway_body_too_many_parts: {
    text: 'This request consists of more than {limit} parts.',
    hint: 'Begin a new conversation, or send less at once.',
  },
  gateway_body_not_messages: {
    text: 'The request is no conversation: `messages` is missing or no list.',
    hint: 'Check the client’s version.',
  },
  gateway_encoding_unknown: {
    text: 'The request is compressed in a way octroi cannot inspect.',
    hint: 'Send it plain, or as gzip, deflate, br or zstd.',
  },
  gateway_encoding_broken: {
    text: 'The request does not decompress to its end.',
    hint: 'Check what stands between the client and octroi.',
  },
  gateway_type_unknown: { text: 'The request is not JSON in UTF-8.', hint: 'Send it as application/json.' },
  gateway_busy: { text: 'octroi holds too many large requests at this moment.', hint: 'Try again in a moment.' },
  gateway_stopping: { text: 'octroi is stopping.', hint: 'Try again in a moment.' },
  gateway_directory_unavailable: {
    text: 'octroi could not check this key in time, so nothing was sent.',
    hint: 'Try again in a minute; an operator should check the database.',
  },
  gateway_upstream_unreachable: {
    text: 'The vendor cannot be reached ({detail}).',
    hint: 'Try again; an operator should check the network and the contract’s address.',
  },
  gateway_upstream_broke_off: { text: 'The vendor broke off its answer ({detail}).', hint: 'Try again.' },
  gateway_upstream_timed_out: { text: 'The vendor sent nothing for too long.', hint: 'Try again.' },
  gateway_upstream_not_api: {
    text: 'What answered is a web page, not the vendor’s API (status {status}).',
    hint: 'An operator should check the contract’s address, and for a proxy or sign-in page on the way to the vendor.',
  },
  gateway_client_left: {
    text: 'The client left before anything was sent.',
    hint: 'Nothing is to be done: nothing left.',
  },
  gateway_scan_failed: {
    text: 'The inspection of this request failed, so nothing was sent.',
    hint: 'Try again. If it happens twice, tell an operator.',
  },
  gateway_headers_sensitive: {
    text: 'Something sensitive stands in a header or in the address of this request, so nothing was sent.',
    hint: 'Take it out of the client’s settings (ANTHROPIC_CUSTOM_HEADERS) or of the address.',
  },
  gateway_policy_refused: { text: 'The policy refuses this: {text}', hint: 'What to do: {hint}' },
  gateway_answer_encoded: {
    text: 'The vendor compressed its answer though it was asked not to, so the values in it could not be put back.',
    hint: 'An operator should look for a proxy on the way to the vendor that compresses.',
  },
  gateway_capture_failed: {
    text: 'The content was to be captured and could not be, so nothing was sent.',
    hint: 'An operator should look at the capture of this label.',
  },
  gateway_upload_malformed: {
    text: 'The upload is not one file in multipart/form-data, or can be read in more than one way.',
    hint: 'Upload with an Anthropic SDK, one file at a time.',
  },
  gateway_upload_sensitive: {
    text: 'Something sensitive was found in the file or its name, and a file is not redacted on its way.',
    hint: 'Take it out of the file, then upload it again. Nothing was sent.',
  },
  gateway_file_unknown: {
    text: 'This workspace has no such file at the vendor.',
    hint: 'List its files (GET /v1/files); an operator sees all of them with `octroi files list`.',
  },
  gateway_hook_prompt_secret: {
    text: 'Your prompt holds a secret or a word your company keeps to itself ({kind}), so it was not sent.',
    hint: 'Take it out and send the prompt again; name the file or variable that holds it instead.',
  },
  gateway_hook_tool_secret: {
    text: 'This call would carry a secret or a word the company keeps to itself ({kind}) out, so it was stopped.',
    hint: 'Use the environment variable or file that holds the value, without writing it into the call.',
  },
  gateway_hook_inference_secret: {
    text: 'Something in this conversation must not leave your company ({kind}), so it was not sent.',
    hint: 'Take it out, or begin a new conversation without it.',
  },
  gateway_hook_failed: {
    text: 'octroi could not look at this, so it was stopped.',
    hint: 'Try again. If it lasts, an operator finds the cause in octroi’s log.',
  },
  gateway_hook_unsigned: {
    text: 'This hook’s request is not signed with the secret of this installation.',
    hint: 'An operator compares `hooks.inferenceSecretFile` with the signing secret at the vendor.',
  },
  gateway_labels_malformed: {
    text: 'This is not how labels of a repository are handed in ({at}).',
    hint: 'See `.octroi.yaml` in docs/guide/write-a-policy.md for the form.',
  },
  gateway_labels_secret: {
    text: 'The `.octroi.yaml` of a repository, or the name of its folder, holds a secret, so it was not taken in.',
    hint: 'Take the secret out; the file needs folders and patterns only.',
  },
  gateway_labels_too_many: {
    text: 'This session has handed in its repositories’ labels too many times.',
    hint: 'Begin a new session.',
  },
  gateway_labels_unreadable: {
    text: 'The `.octroi.yaml` in {root} cannot be read, or is larger than 64 KiB. Until it can, every file there has the strictest label.',
    hint: 'Mend it, then begin a new session.',
  },
  gateway_labels_closed: {
    text: 'The `.octroi.yaml` in {roots} cannot be read, so every file there has the strictest label.',
    hint: 'Mend the file, then begin a new session.',
  },
  gateway_internal: {
    text: 'octroi failed on this request, so it was refused.',
    hint: 'An operator finds the fault in the gateway’s log.',
  },
} as const;
