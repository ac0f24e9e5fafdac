import { errorMaker } from '../base/index.ts';

export const consoleErrorCodes = [
  'console_not_signed_in',
  'console_link_invalid',
  'console_sign_in_refused',
  'console_too_many_failures',
  'console_role_missing',
  'console_right_missing',
  'console_person_required',
  'console_provider_failed',
  'console_person_unknown',
  'console_approval_unknown',
  'console_approval_over',
  'console_approval_own',
  'console_approval_missing',
  'console_access_unconfirmed',
  'console_origin_refused',
  'console_host_unknown',
  'console_input_invalid',
  'console_path_unknown',
  'console_content_withheld',
  'console_plan_other',
  'console_pack_busy',
  'console_pack_unknown',
  'console_pack_link_over',
  'console_not_built',
  'console_internal',
] as const;

export type ConsoleErrorCode = (typeof consoleErrorCodes)[number];

export const consoleError = errorMaker<ConsoleErrorCode>();
