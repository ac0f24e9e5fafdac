import { defaultRequirements, type Requirements } from '../../endpoint/index.ts';
import type { Invocation } from '../command.ts';
import { cliError } from '../errors.ts';
import { textOption } from '../read-options.ts';
import { bundleSource, requirementsIn } from './bundle-source.ts';

/** What is asked of workstations, where no signed bundle says it. */
export type AskedBy = (invocation: Invocation) => Promise<Requirements>;

/**
 * What is asked of a workstation: by a signed bundle, by a policy, or by octroi itself.
 * @throws cli_option_invalid, policy_bundle_…
 */
// Read only where it is asked for: a workstation has no policy folder, and a folder of that name may be another program's.
export async function requirementsOf(invocation: Invocation, askedBy: AskedBy | undefined): Promise<Requirements> {
  const { options } = invocation;
  const gatewayUrl = urlOption(textOption(options, 'gateway'));
  const minimumVersion = versionOption(textOption(options, 'minimum-version'));
  if (options['bundle'] !== undefined && options['policy'] !== undefined)
    throw cliError('cli_option_invalid', { option: '--policy', value: '--bundle' });
  const asked = await askedRequirements(invocation, askedBy);
  return {
    ...asked,
    gatewayUrl: gatewayUrl ?? asked.gatewayUrl,
    minimumVersion: minimumVersion ?? asked.minimumVersion,
  };
}

async function askedRequirements(invocation: Invocation, askedBy: AskedBy | undefined): Promise<Requirements> {
  const { options } = invocation;
  if (options['bundle'] !== undefined) {
    const { gateway: _, ...others } = options;
    return requirementsIn((await bundleSource({ ...invocation, options: others }, undefined)).bundle);
  }
  return options['policy'] !== undefined && askedBy ? askedBy(invocation) : defaultRequirements;
}

function urlOption(value: string | undefined): string | undefined {
  if (value !== undefined && !/^https?:\/\/[^/]/.test(value))
    throw cliError('cli_option_invalid', { option: '--gateway', value });
  return value;
}

function versionOption(value: string | undefined): string | undefined {
  if (value !== undefined && !/^\d+\.\d+\.\d+/.test(value))
    throw cliError('cli_option_invalid', { option: '--minimum-version', value });
  return value;
}
