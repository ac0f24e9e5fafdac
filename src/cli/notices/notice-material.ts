import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import type { Invocation } from '../command.ts';
import type { Means, NoticeMaterial } from '../../notices/index.ts';
import { settingsOf } from '../options.ts';
import { contractsOfPost } from '../policy/contracts-of-post.ts';
import { dayOption, textOption } from '../read-options.ts';
import type { Settings } from '../settings/settings.ts';
import { version } from '../version.ts';

/** What a notice is written from beside the policy: the catalogue in force, and what the post of this place has, if any. */
export type NoticeSurroundings = Omit<NoticeMaterial, 'policy'>;

/** @throws cli_option_invalid, and what `loadCatalogue` throws */
export async function noticeSurroundings(invocation: Invocation): Promise<NoticeSurroundings> {
  const { options } = invocation;
  const settings = await settingsOf(invocation);
  const held = (await contractsOfPost(invocation))?.filter(({ stoppedAt }) => stoppedAt === null);
  return {
    catalogue: await loadCatalogue(settings),
    on: dayOption(options, 'on') ?? today(),
    version,
    held,
    means: held === undefined ? unknownMeans : meansOf(settings),
    organization: textOption(options, 'organization') || undefined,
    contact: textOption(options, 'contact') || undefined,
  };
}

// The settings of a machine that has no post say nothing of the post.
const unknownMeans: Means = { gateway: 'unknown', egress: 'unknown', inspection: 'unknown', workstations: 'unknown' };

/** What of octroi a post has in use, as far as its settings tell: whether workstations report, they do not. */
export function meansOf({ egress }: Settings): Means {
  const hasProxy = egress.mode !== 'off';
  return {
    gateway: 'used',
    egress: hasProxy ? 'used' : 'unused',
    inspection: hasProxy && egress.inspected.length > 0 ? 'used' : 'unused',
    workstations: 'unknown',
  };
}

// A day and no instant: documents of one day are the same, byte for byte.
function today(): Date {
  return new Date(`${new Date().toISOString().slice(0, 10)}T00:00:00.000Z`);
}
