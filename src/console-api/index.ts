export { type ConsoleErrorCode, consoleErrorCodes } from './errors.ts';
export type { ConsoleRules, RecordedQuestion } from './rules.ts';
export { buildConsole, type ConsoleParts } from './server.ts';
export { makeLink } from './sign-in.ts';
