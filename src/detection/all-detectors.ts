import type { Detector } from './detector.ts';
import { personalData } from './detectors/personal/all.ts';
import { encodedPrivateKey, jsonWebKey, pemPrivateKey, puttyPrivateKey } from './detectors/keys/private-keys.ts';
import { recoveryPhrase } from './detectors/keys/recovery-phrases.ts';
import { encodedCredentials, webToken } from './detectors/keys/web-tokens.ts';
import { assignedPassword } from './detectors/passwords/assigned-password.ts';
import { assignedSecret } from './detectors/passwords/assigned-secret.ts';
import { basicAuthentication } from './detectors/passwords/basic-authentication.ts';
import { commandAccount } from './detectors/passwords/command-accounts.ts';
import { commandPassword, commandUser, pgpass, routerPassword } from './detectors/passwords/command-line.ts';
import { connectionString, goDataSource } from './detectors/passwords/connection-strings.ts';
import { connectionUrl, urlCredentials } from './detectors/passwords/connection-urls.ts';
import { credentialCall } from './detectors/passwords/credential-calls.ts';
import { kubernetesSecret } from './detectors/passwords/kubernetes-secrets.ts';
import { passwordHashes } from './detectors/passwords/password-hashes.ts';
import { sessionCookie } from './detectors/passwords/session-cookies.ts';
import { settingUpdate } from './detectors/passwords/setting-updates.ts';
import { signingCall } from './detectors/passwords/signing-calls.ts';
import { spokenCredentials } from './detectors/passwords/spoken-credentials.ts';
import { tablePassword } from './detectors/passwords/table-passwords.ts';
import { aiTokens } from './detectors/provider-tokens/ai/all.ts';
import { cloudTokens } from './detectors/provider-tokens/cloud/all.ts';
import { codeTokens } from './detectors/provider-tokens/code/all.ts';
import { serviceTokens } from './detectors/provider-tokens/services/all.ts';

const keys: readonly Detector[] = [
  pemPrivateKey,
  encodedPrivateKey,
  puttyPrivateKey,
  jsonWebKey,
  webToken,
  encodedCredentials,
  recoveryPhrase,
];

const passwords: readonly Detector[] = [
  assignedPassword,
  assignedSecret,
  connectionUrl,
  urlCredentials,
  connectionString,
  goDataSource,
  sessionCookie,
  settingUpdate,
  basicAuthentication,
  commandUser,
  commandPassword,
  pgpass,
  routerPassword,
  credentialCall,
  signingCall,
  kubernetesSecret,
  commandAccount,
  spokenCredentials,
  tablePassword,
  ...passwordHashes,
];

/** Every detector that octroi brings. */
export const allDetectors: readonly Detector[] = [
  ...aiTokens,
  ...cloudTokens,
  ...codeTokens,
  ...serviceTokens,
  ...keys,
  ...passwords,
  ...personalData,
];
