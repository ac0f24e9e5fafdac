import { madeUp, type ProbedClient } from './client.ts';

/** Tried with 1.0.102. Without a sign-in at GitHub it goes no further than asking who is signed in. */
export const copilot: ProbedClient = {
  id: 'copilot-cli',
  name: 'Copilot CLI',
  command: 'copilot',
  oneShot: (prompt) => ['-p', prompt, '--allow-all-tools'],
  interactive: [],
  credentials: (isAtGateway) =>
    isAtGateway
      ? { COPILOT_PROVIDER_API_KEY: madeUp('gateway') }
      : { COPILOT_GITHUB_TOKEN: ['github', 'pat', 'octroi0laboratory0octroi0laboratory0'].join('_') },
  environment: {},
  gatewayVariables: ['COPILOT_PROVIDER_BASE_URL'],
  home: (folder) => ({ '.copilot/config.json': JSON.stringify({ trusted_folders: [folder], banner: 'never' }) }),
  dialogues: [{ shows: 'Do you trust the files in this folder', keys: '\r' }],
  leave: ['/exit', '\r'],
  profile: 'github-copilot/managed-settings.json',
  ownSettings: '.copilot/config.json',
};
