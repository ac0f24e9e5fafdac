import { madeUp, type ProbedClient } from './client.ts';

const key = madeUp('sk', 'ant', 'api03');

/** Tried with 2.1.330 and 2.1.332. */
export const claudeCode: ProbedClient = {
  id: 'claude-code',
  name: 'Claude Code',
  command: 'claude',
  oneShot: (prompt) => ['-p', prompt],
  interactive: [],
  // A key would be sent to the vendor beside the gateway; a token never was (measured on 2.1.330).
  credentials: (isAtGateway) =>
    isAtGateway ? { ANTHROPIC_AUTH_TOKEN: madeUp('gateway') } : { ANTHROPIC_API_KEY: key },
  environment: {},
  gatewayVariables: ['ANTHROPIC_BASE_URL'],
  home: (folder) => ({
    '.claude.json': JSON.stringify({
      hasCompletedOnboarding: true,
      theme: 'dark',
      customApiKeyResponses: { approved: [key.slice(-20)], rejected: [] },
      projects: { [folder]: { hasTrustDialogAccepted: true, hasCompletedProjectOnboarding: true } },
    }),
  }),
  dialogues: [
    { shows: 'Choose the text style', keys: '\r' },
    { shows: 'Detected a custom API key', keys: '\u001b[A\r' },
    { shows: 'Press Enter to continue', keys: '\r' },
    { shows: 'Yes, I trust this folder', keys: '\r' },
    { shows: 'Yes, proceed', keys: '\r' },
  ],
  leave: ['/exit', '\r'],
  profile: 'claude-code/managed-settings.json',
  ownSettings: '.claude/settings.json',
};
