import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePinnedKey } from '../../base/signed-envelope.ts';
import {
  defaultRequirements,
  type FixProfile,
  installedKeys,
  type Requirements,
  stateFolder,
  systemHere,
} from '../../endpoint/index.ts';
import { openBundle, type PolicyBundle } from '../../policy/bundle/index.ts';
import type { Invocation } from '../command.ts';
import { cliError } from '../errors.ts';
import { textOption, textsOption } from '../read-options.ts';

/** A bundle, and its file and keys where it came as a signed file. */
export type BundleSource = {
  readonly bundle: PolicyBundle;
  readonly signed?: { readonly file: string; readonly keys: readonly string[] };
};

/** Makes a bundle of a policy's folder: what only the whole of octroi can do. */
export type MakeBundle = (invocation: Invocation) => Promise<PolicyBundle>;

/**
 * The bundle of `--bundle`, held against the keys of `--key` or those installed; what `--policy` or `--gateway` makes; or
 * else the bundle that an earlier fix installed.
 * @throws cli_option_missing, cli_option_invalid, cli_file_unreadable, policy_bundle_…
 */
export async function bundleSource(invocation: Invocation, make: MakeBundle | undefined): Promise<BundleSource> {
  const { options } = invocation;
  const named = textOption(options, 'bundle');
  const isToMake = ['policy', 'gateway', 'login'].some((name) => options[name] !== undefined);
  if (named !== undefined && isToMake) throw cliError('cli_option_invalid', { option: '--bundle', value: named });
  if (isToMake && make) return { bundle: await make(invocation) };
  const folder = join(textOption(options, 'root') ?? '/', stateFolder({ system: systemHere(), drive: '' }));
  const given = textsOption(options, 'key').map(keyOf);
  const keys = given.length > 0 ? given : installedKeys(folder);
  if (keys.length === 0) throw cliError('cli_option_missing', { option: named === undefined ? '--bundle' : '--key' });
  const file = read(named ?? join(folder, 'bundle.json'));
  return { bundle: openBundle(file, keys, new Date()), signed: { file, keys } };
}

/** What a bundle asks of workstations. */
export function requirementsIn({ requirements }: PolicyBundle): Requirements {
  const { gatewayUrl, minimumVersion, ...others } = requirements;
  return { ...defaultRequirements, ...others, gatewayUrl, minimumVersion };
}

/** What a fix writes of a bundle: signed, the bundle itself too, by which the hook decides. */
export function profileIn({ bundle, signed }: BundleSource): FixProfile {
  const own = signed && { bundle: signed.file, trust: `${JSON.stringify({ keys: signed.keys })}\n` };
  return {
    policyVersion: bundle.policyVersion,
    route: bundle.route,
    texts: new Map(Object.entries({ ...bundle.texts, ...own })),
  };
}

// A key as it was printed, or a file with keys, one a line.
function keyOf(text: string): string {
  if (parsePinnedKey(text)) return text.trim();
  const [key = ''] = read(text).trim().split(/\s+/);
  if (!parsePinnedKey(key)) throw cliError('cli_option_invalid', { option: '--key', value: text });
  return key;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    throw cliError('cli_file_unreadable', { file }, fault);
  }
}
