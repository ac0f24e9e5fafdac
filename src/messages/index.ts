export { type CliKey, cliText } from './cli-text.ts';
export { type ErrorCode, type ErrorText, errorCodes, errorText } from './error-text.ts';
export { type Language, languageOf, languages } from './language.ts';
