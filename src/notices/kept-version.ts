import type { Language } from '../messages/index.ts';
import { noticeError } from './errors.ts';
import { linesIn, passagesOf } from './markdown.ts';
import { type NoticeKind, noticeKinds } from './material.ts';
import type { Notice } from './write-notice.ts';

/** One version of a notice, written now or kept from before: what it was written from, and its passages. */
export type NoticeVersion = Pick<Notice, 'kind' | 'language' | 'on' | 'policyVersion' | 'catalogueVersion'> & {
  readonly passages: readonly string[];
};

const mark =
  /^<!-- octroi-notice (?<kind>\w+) (?<language>en|fr) (?<on>\d{4}-\d\d-\d\d) (?<policy>[0-9a-f]{64}) (?<catalogue>\S+) -->$/;

/** The version that a notice is. */
export function versionOf(notice: Notice): NoticeVersion {
  const { kind, language, on, policyVersion, catalogueVersion } = notice;
  return { kind, language, on, policyVersion, catalogueVersion, passages: passagesOf(notice) };
}

/**
 * Reads a version that was kept as Markdown, whatever line ends an editor left. Passages that people added since stand in
 * it like any other.
 * @throws notice_version_unreadable for what `octroi notice write --format md` did not begin
 */
export function readNoticeVersion(file: string, text: string): NoticeVersion {
  const [first = '', ...lines] = linesIn(text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n'));
  const { kind, language, on, policy, catalogue } = mark.exec(first)?.groups ?? {};
  const known = noticeKinds.find((each) => each === kind);
  const begin = lines.findIndex((line) => line.startsWith('## '));
  if (!known || on === undefined || policy === undefined || catalogue === undefined || begin === -1)
    throw noticeError('notice_version_unreadable', { file });
  return {
    kind: known,
    language: language === 'fr' ? 'fr' : 'en',
    on,
    policyVersion: policy,
    catalogueVersion: catalogue,
    passages: lines.slice(begin),
  };
}

/** @throws notice_version_of_another when it is another document, or in another language, than is compared */
export function requireSame(
  file: string,
  version: NoticeVersion,
  wanted: { kind: NoticeKind; language: Language },
): void {
  if (version.kind === wanted.kind && version.language === wanted.language) return;
  throw noticeError('notice_version_of_another', {
    file,
    kind: version.kind,
    language: version.language,
    wanted: wanted.kind,
    wantedLanguage: wanted.language,
  });
}
