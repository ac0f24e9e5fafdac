import { type ArchiveFile, writeTextPdf } from '../../documents/index.ts';
import { packText } from '../../messages/index.ts';
import { noticeKinds, noticeMarkdown, writeNotice } from '../../notices/index.ts';
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
    organization: tenant.name,
    contact: undefined,
  };
  const order = { author: `octroi ${version}`, at: on, attachedSays: packText(language, 'notice.attached', {}) };
  return noticeKinds.flatMap((kind) => {
    const notice = writeNotice(kind, language, from);
    return [
      { name: `notices/${kind}.${language}.md`, bytes: Buffer.from(noticeMarkdown(notice)) },
      { name: `notices/${kind}.${language}.pdf`, bytes: writeTextPdf(notice.document, order) },
    ];
  });
}
