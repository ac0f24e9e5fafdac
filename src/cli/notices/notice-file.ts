import { writeOdt, writeTextPdf } from '../../documents/index.ts';
import { cliText } from '../../messages/index.ts';
import { type Notice, noticeMarkdown } from '../../notices/index.ts';
import { version } from '../version.ts';

export const noticeFormats = ['md', 'pdf', 'odt'] as const;
export type NoticeFormat = (typeof noticeFormats)[number];

/** A notice as a file. The same notice gives the same bytes. */
export function noticeBytes(notice: Notice, format: NoticeFormat): Buffer {
  switch (format) {
    case 'md':
      return Buffer.from(noticeMarkdown(notice));
    case 'odt':
      return writeOdt(notice.document);
    case 'pdf':
      return writeTextPdf(notice.document, {
        author: `octroi ${version}`,
        at: new Date(`${notice.on}T00:00:00.000Z`),
        attachedSays: cliText(notice.language, 'noticeWrite.attached', {}),
      });
  }
}
