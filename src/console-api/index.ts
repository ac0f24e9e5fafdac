export { decideAct, requestAct } from './dual-control.ts';
export { type ConsoleErrorCode, consoleErrorCodes } from './errors.ts';
export type { ConsoleRules, RecordedQuestion } from './rules.ts';
export { type PackDesk } from './pack-routes.ts';
export type { PersonSignIn } from './person-sign-in.ts';
export { type AskedArchive, buildConsole, type ConsoleParts } from './server.ts';
export { makeLink } from './sign-in.ts';
export { toldByRooms } from './told-by-rooms.ts';
export { teamCsv, teamView, trainingRulesOf } from './training-views.ts';
