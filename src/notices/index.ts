export { compareVersions, type NoticeChange } from './compare-versions.ts';
export { type NoticeErrorCode, noticeErrorCodes } from './errors.ts';
export { revealingRoles } from './frame.ts';
export { type NoticeVersion, readNoticeVersion, requireSame, versionOf } from './kept-version.ts';
export { noticeMarkdown } from './markdown.ts';
export { type Means, type NoticeContract, type NoticeKind, noticeKinds, type NoticeMaterial } from './material.ts';
export { type Notice, writeNotice } from './write-notice.ts';
