import { madeUp, type ProbedClient } from './client.ts';

/** Tried with 0.61.0. */
export const gemini: ProbedClient = {
  id: 'gemini-cli',
  name: 'Gemini CLI',
  command: 'gemini',
  oneShot: (prompt) => ['-p', prompt],
  interactive: [],
  credentials: () => ({ GEMINI_API_KEY: madeUp('AIza') }),
  environment: {},
  gatewayVariables: ['GOOGLE_GEMINI_BASE_URL'],
  home: (folder) => ({
    '.gemini/settings.json': JSON.stringify({
      security: { auth: { selectedType: 'gemini-api-key' } },
      ui: { theme: 'Default' },
    }),
    '.gemini/trustedFolders.json': JSON.stringify({ [folder]: 'TRUST_FOLDER' }),
  }),
  dialogues: [{ shows: 'Do you trust', keys: '\r' }],
  leave: ['/quit', '\r'],
  profile: 'gemini-cli/settings.json',
  ownSettings: '.gemini/settings.json',
};
