import { claudeCode } from './claude-code.ts';
import type { ProbedClient } from './client.ts';
import { codex } from './codex.ts';
import { copilot } from './copilot.ts';
import { gemini } from './gemini.ts';

/** Every client the laboratory can run. */
export const probedClients: readonly ProbedClient[] = [claudeCode, copilot, codex, gemini];
