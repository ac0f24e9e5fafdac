import { madeUp, type ProbedClient } from './client.ts';

const key = madeUp('sk', 'proj');

/** Tried with 0.169.0. */
export const codex: ProbedClient = {
  id: 'codex',
  name: 'Codex',
  command: 'codex',
  oneShot: (prompt) => ['exec', '--skip-git-repo-check', prompt],
  interactive: [],
  credentials: () => ({ OPENAI_API_KEY: key, CODEX_API_KEY: key }),
  environment: {},
  gatewayVariables: ['OPENAI_BASE_URL'],
  home: (folder) => ({
    '.codex/config.toml': `[projects."${folder}"]\ntrust_level = "trusted"\n`,
    '.codex/auth.json': JSON.stringify({ auth_mode: 'apikey', OPENAI_API_KEY: key, tokens: null, last_refresh: null }),
  }),
  dialogues: [
    { shows: 'Press enter to continue', keys: '\r' },
    { shows: 'Yes, continue', keys: '\r' },
  ],
  leave: ['/quit', '\r'],
  profile: 'codex/requirements.toml',
  ownSettings: '.codex/config.toml',
};
