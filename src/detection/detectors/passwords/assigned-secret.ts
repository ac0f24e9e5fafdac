import type { KeywordDetector } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import { readAssignment } from './assignment.ts';
import { isSecret } from './judge-secret.ts';

/** Tokens, keys and other secrets without a known format, by the name of their key and the look of their value. */
export const assignedSecret: KeywordDetector = {
  id: 'assigned-secret',
  kind: 'secret',
  class: 'secret',
  rank: 1,
  source: { url: 'https://cwe.mitre.org/data/definitions/798.html' },
  keywords: [
    'secret',
    'token',
    'key',
    'cred',
    'auth',
    'salt',
    'nonce',
    'seed',
    'jeton',
    'cle ',
    'cle_',
    "cle d'api",
    "cle d'acces",
    "clef d'api",
    'bearer',
    'signature',
  ],
  find: (text, start, end) => {
    const assignment = readAssignment(text, start, end);
    if (assignment?.meaning !== 'secret' && assignment?.meaning !== 'key') return undefined;
    return isSecret(assignment) ? assignment.value : undefined;
  },
  examples: {
    catches: () => [
      `client_secret = "«${fake.base62(1, 32)}»"`,
      `API_TOKEN=«${fake.hex(2, 40)}»`,
      `"apiKey": "«${fake.base62(3, 24)}»"`,
      `X-Api-Key: «${fake.hex(4, 32)}»`,
      `const key = '«${fake.base64(5, 44)}»';`,
      `https://api.acme.fr/v1/x?access_token=«${fake.base62(6, 40)}»&page=2`,
      `<string name="api_secret">«${fake.hex(7, 40)}»</string>`,
      `SECRET_KEY = os.environ.get("SECRET_KEY", "«${fake.base62(8, 50)}»")`,
      `Clé d’API : «${fake.base62(10, 32)}»`,
      `client_secret=«${fake.base62(14, 9_000)}»\n`,
      `--token «${fake.base62(9, 36)}»`,
    ],
    spares: () => [
      'const token = await getToken();',
      'key: "user-profile-settings"',
      `"commit": "${fake.hex(10, 40)}"`,
      `"integrity": "sha512-${fake.base64(11, 86)}=="`,
      'api_key: ${{ secrets.API_KEY }}',
      'token_type: "bearer_access_token_v2"',
      'primary_key = "customer_id"',
      `key: "${fake.uuid(12)}"`,
      `public_key = "${fake.base64(13, 44)}"`,
      'api_key = "YOUR_API_KEY"',
    ],
  },
};
