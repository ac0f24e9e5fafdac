import { trainingFrameText } from '../../messages/index.ts';
import type { Policy } from '../../policy/index.ts';
import type { Settings } from '../settings/settings.ts';

// What clients show beside the code: anything longer is cut by some of them.
const mostNotice = 500;

/** The policy, with the console's own page as the place of training where it names none and the console has an address. */
export function withTrainingAddress(policy: Policy, { console }: Pick<Settings, 'console'>): Policy {
  const { configuration } = policy;
  const { training } = configuration;
  if (training.address !== undefined || console.publicUrl === '') return policy;
  const address = `${console.publicUrl.replace(/\/+$/, '')}/trainings`;
  return policy.with({ ...configuration, training: { ...training, address } });
}

/** What a client shows whoever signs in: the notice to staff and, where training is required, where it is taken. */
export function loginNotice(
  { configuration: { training } }: Pick<Policy, 'configuration'>,
  { signIn, language }: Pick<Settings, 'signIn' | 'language'>,
): string {
  if (!training.required || training.address === undefined) return signIn.notice;
  const told = trainingFrameText(language, 'loginNotice', { address: training.address });
  const both = `${signIn.notice} ${told}`.trim();
  return both.length <= mostNotice ? both : signIn.notice;
}
