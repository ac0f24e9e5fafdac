import type { ArchiveFile } from '../../documents/index.ts';
import { noticeKinds, writeNotice } from '../../notices/index.ts';
import { noticeFile } from '../notice-file.ts';
import type { PackMaterial } from './material.ts';

/**
 * What staff, users, the works council and the impact assessment are told by the policy of that moment: as PDF, and as
 * Markdown, with which a later version is compared. Where questions go octroi does not know; it stands there to be filled in.
 */
export function noticeFiles(material: PackMaterial): readonly ArchiveFile[] {
  const { wish, tenant, madeAt, version, policy, catalogue, held, means } = material;
  const { language } = wish;
  const on = new Date(`${madeAt.slice(0, 10)}T00:00:00.000Z`);
  const from = {
    policy,
    catalogue,
    on,
    version,
    held: held.filter(({ stoppedAt }) => stoppedAt === null),
    means,
    // An installation's tenant is called so until somebody names it, and no controller is.
    organization: tenant.name === 'default' ? undefined : tenant.name,
    contact: undefined,
  };
  return noticeKinds.flatMap((kind) => {
    const notice = writeNotice(kind, language, from);
    return (['md', 'pdf'] as const).map((format) => ({
      name: `notices/${kind}.${language}.${format}`,
      bytes: noticeFile(notice, format).bytes,
    }));
  });
}
