import { writeOdt, writeTextPdf } from '../documents/index.ts';
import { packText } from '../messages/index.ts';
import { type Notice, noticeMarkdown } from '../notices/index.ts';

export const noticeFormats = ['md', 'pdf', 'odt'] as const;
export type NoticeFormat = (typeof noticeFormats)[number];

/** A notice as a file: the name it is handed out under, and its bytes. The same notice gives the same bytes. */
export function noticeFile(notice: Notice, format: NoticeFormat): { readonly name: string; readonly bytes: Buffer } {
  return { name: `octroi-${notice.kind}.${notice.language}.${format}`, bytes: bytesOf(notice, format) };
}

function bytesOf(notice: Notice, format: NoticeFormat): Buffer {
  switch (format) {
    case 'md':
      return Buffer.from(noticeMarkdown(notice));
    case 'odt':
      return writeOdt(notice.document);
    case 'pdf':
      return writeTextPdf(notice.document, {
        author: 'octroi',
        at: new Date(`${notice.on}T00:00:00.000Z`),
        attachedSays: packText(notice.language, 'notice.attached', {}),
      });
  }
}
