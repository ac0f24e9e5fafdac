import { errorMaker } from '../base/index.ts';

export const consoleErrorCodes = [
  'console_not_signed_in',
  'console_link_invalid',
  'console_origin_refused',
  'console_host_unknown',
  'console_input_invalid',
  'console_path_unknown',
  'console_content_withheld',
  'console_not_built',
  'console_internal',
] as const;

export type ConsoleErrorCode = (typeof consoleErrorCodes)[number];

export const consoleError = errorMaker<ConsoleErrorCode>();
