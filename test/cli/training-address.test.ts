import { expect, test } from 'vitest';
import { readSettings } from '../../src/cli/settings/read-settings.ts';
import { loginNotice, withTrainingAddress } from '../../src/cli/training/training-address.ts';
import { policyOf } from '../support/policy.ts';

const settingsWith = (environment: Readonly<Record<string, string>>) => readSettings({ file: undefined, environment });

const required = policyOf('training: { required: true }');
const withConsole = settingsWith({ OCTROI_CONSOLE_PUBLIC_URL: 'https://console.example/' });

test('training is taken at the console where the policy names no other place, and the refusal says so', () => {
  const policy = withTrainingAddress(required, withConsole);
  expect(policy.configuration.training.address).toBe('https://console.example/trainings');
  expect(policy.textOf('training-overdue')?.en.hint).toContain('https://console.example/trainings');
  expect(policy.version).toBe(required.version);
  const elsewhere = policyOf('training: { required: true, address: "https://learn.example/ai" }');
  expect(withTrainingAddress(elsewhere, withConsole)).toBe(elsewhere);
  expect(withTrainingAddress(required, settingsWith({}))).toBe(required);
});

test('whoever signs a client in is told where training is taken, behind the notice to staff, in 500 characters', () => {
  const policy = withTrainingAddress(required, withConsole);
  const settings = settingsWith({ OCTROI_SIGN_IN_NOTICE: 'What you send is recorded.' });
  expect(loginNotice(policy, settings)).toMatch(/^What you send is recorded. What you send needs .*\/trainings$/);
  expect(loginNotice(policy, settingsWith({}))).toMatch(/^What you send needs/);
  const long = settingsWith({ OCTROI_SIGN_IN_NOTICE: 'x'.repeat(490) });
  expect(loginNotice(policy, long)).toBe('x'.repeat(490));
});

test('where no training is required, or nobody knows where, the notice is the notice to staff alone', () => {
  const settings = settingsWith({ OCTROI_SIGN_IN_NOTICE: 'Recorded.' });
  expect(loginNotice(withTrainingAddress(policyOf('defaultLabel: internal'), withConsole), settings)).toBe('Recorded.');
  expect(loginNotice(required, settings)).toBe('Recorded.');
});
