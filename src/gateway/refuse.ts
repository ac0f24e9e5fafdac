import type { ServerResponse } from 'node:http';
import { OctroiError } from '../base/index.ts';
import type { DetectionErrorCode } from '../detection/index.ts';
import type { LedgerErrorCode } from '../ledger/index.ts';
import { errorText } from '../messages/index.ts';
import type { Language } from './admission.ts';
import type { GatewayErrorCode } from './errors.ts';

/** How a refusal travels: its status, its type in the vendor's envelope, and whether the client should try again. */
export type Manner = { readonly status: number; readonly type: string; readonly shouldRetry?: boolean };

/*
 * How Claude Code takes each status was measured on 2.1.330 (claude-code-gateway-protocol.md): 451 is asked once and its
 * message shown; 400 costs six requests, so it is kept for requests that really are malformed; 401 is retried for as long
 * as it lasts unless `x-should-retry` forbids it; 5xx are retried, unless `x-should-retry` forbids it.
 */
const refusedForGood: Manner = { status: 451, type: 'permission_error', shouldRetry: false };
const notAuthenticated: Manner = { status: 401, type: 'authentication_error', shouldRetry: false };
const malformed: Manner = { status: 400, type: 'invalid_request_error' };
const unsupported: Manner = { status: 415, type: 'invalid_request_error' };
const unavailable: Manner = { status: 503, type: 'api_error', shouldRetry: false };
const tryAgain: Manner = { status: 503, type: 'overloaded_error', shouldRetry: true };

// What can go wrong with rules is said when they are read; of detection only these concern a request.
type ScanErrorCode = Extract<DetectionErrorCode, 'scan_timed_out' | 'detection_mapping_conflict'>;

export const manners: Readonly<Record<GatewayErrorCode | LedgerErrorCode | ScanErrorCode, Manner>> = {
  gateway_credential_missing: notAuthenticated,
  gateway_credential_personal: refusedForGood,
  gateway_credential_vendor: refusedForGood,
  gateway_credential_unknown: notAuthenticated,
  gateway_credential_conflict: notAuthenticated,
  gateway_key_unknown: notAuthenticated,
  gateway_key_expired: notAuthenticated,
  gateway_key_revoked: notAuthenticated,
  gateway_contract_missing: refusedForGood,
  gateway_contract_stopped: refusedForGood,
  gateway_organization_mismatch: refusedForGood,
  gateway_path_unknown: { status: 404, type: 'not_found_error' },
  gateway_method_unknown: { status: 405, type: 'invalid_request_error' },
  gateway_request_malformed: malformed,
  gateway_headers_too_large: { status: 431, type: 'invalid_request_error' },
  gateway_body_missing: malformed,
  gateway_body_too_large: { status: 413, type: 'request_too_large' },
  gateway_request_too_slow: { status: 408, type: 'invalid_request_error' },
  gateway_body_cut_short: malformed,
  gateway_body_not_json: malformed,
  gateway_body_not_utf8: malformed,
  gateway_body_too_deep: malformed,
  gateway_body_ambiguous: malformed,
  gateway_body_too_many_parts: { status: 413, type: 'request_too_large' },
  gateway_body_not_messages: malformed,
  gateway_encoding_unknown: unsupported,
  gateway_encoding_broken: malformed,
  gateway_type_unknown: unsupported,
  gateway_busy: tryAgain,
  gateway_stopping: tryAgain,
  gateway_directory_unavailable: unavailable,
  gateway_upstream_unreachable: { status: 502, type: 'api_error' },
  gateway_upstream_broke_off: { status: 502, type: 'api_error' },
  gateway_upstream_timed_out: { status: 504, type: 'api_error' },
  gateway_upstream_not_api: { status: 502, type: 'api_error' },
  gateway_client_left: malformed,
  gateway_scan_failed: { status: 500, type: 'api_error', shouldRetry: false },
  gateway_headers_sensitive: refusedForGood,
  gateway_policy_refused: refusedForGood,
  gateway_answer_encoded: { status: 502, type: 'api_error', shouldRetry: false },
  gateway_capture_failed: { status: 500, type: 'api_error', shouldRetry: false },
  gateway_upload_malformed: malformed,
  gateway_upload_sensitive: refusedForGood,
  gateway_file_unknown: { status: 404, type: 'not_found_error' },
  scan_timed_out: refusedForGood,
  detection_mapping_conflict: { status: 500, type: 'api_error', shouldRetry: false },
  gateway_hook_prompt_secret: refusedForGood,
  gateway_hook_tool_secret: refusedForGood,
  gateway_hook_inference_secret: refusedForGood,
  gateway_hook_failed: { status: 500, type: 'api_error', shouldRetry: false },
  gateway_hook_unsigned: notAuthenticated,
  gateway_labels_malformed: malformed,
  gateway_labels_secret: refusedForGood,
  gateway_labels_too_many: refusedForGood,
  gateway_labels_unreadable: refusedForGood,
  gateway_labels_closed: refusedForGood,
  gateway_device_code_unknown: notAuthenticated,
  gateway_device_unknown: notAuthenticated,
  gateway_device_revoked: { status: 403, type: 'permission_error', shouldRetry: false },
  gateway_device_malformed: malformed,
  gateway_device_signature_invalid: notAuthenticated,
  gateway_device_foreign: notAuthenticated,
  gateway_device_clock: malformed,
  gateway_device_secret: malformed,
  gateway_device_out_of_order: { status: 409, type: 'invalid_request_error', shouldRetry: false },
  gateway_internal: { status: 500, type: 'api_error' },
  ledger_unavailable: unavailable,
  ledger_overloaded: tryAgain,
  ledger_write_rejected: unavailable,
  ledger_closed: tryAgain,
  ledger_exchange_unknown: { status: 404, type: 'not_found_error' },
  ledger_unseal_failed: unavailable,
};

export type Refusal = { readonly fault: OctroiError; readonly manner: Manner; readonly body: string };

/** What a fault becomes on the wire: the vendor's error envelope, with octroi's code and hint in the reader's language. */
export function refusalOf(thrown: unknown, language: Language): Refusal {
  const known =
    thrown instanceof OctroiError && isMannered(thrown.code) ? thrown : new OctroiError('gateway_internal', {}, thrown);
  const manner = isMannered(known.code) ? manners[known.code] : manners.gateway_internal;
  const { text, hint } = errorText(language, known.code, known.args);
  // One message, since the client shows nothing else: what happened, what to do, and the code to search for.
  const error = { type: manner.type, message: `octroi: ${text} ${hint} [${known.code}]` };
  return { fault: known, manner, body: JSON.stringify({ type: 'error', error, octroi: { code: known.code, hint } }) };
}

/** Sends a refusal as a whole answer, or as the last event of a stream that has begun. */
export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  if (response.destroyed || response.writableEnded) return;
  if (response.headersSent) {
    response.end(errorEvent(refusal));
    return;
  }
  const { manner, body, fault } = refusal;
  response.writeHead(manner.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'x-octroi-code': fault.code,
    ...(manner.shouldRetry === undefined ? {} : { 'x-should-retry': String(manner.shouldRetry) }),
  });
  response.end(body);
}

/*
 * The line feed before it closes a line that was cut in the middle: a half event then becomes part of this one, whose
 * name says what it is, instead of being read as a whole one.
 */
export function errorEvent(refusal: Refusal): string {
  return `\nevent: error\ndata: ${refusal.body}\n\n`;
}

function isMannered(code: string): code is keyof typeof manners {
  return Object.hasOwn(manners, code);
}
