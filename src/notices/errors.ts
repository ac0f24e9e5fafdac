import { errorMaker } from '../base/index.ts';

export const noticeErrorCodes = ['notice_version_unreadable', 'notice_version_of_another'] as const;

export type NoticeErrorCode = (typeof noticeErrorCodes)[number];

export const noticeError = errorMaker<NoticeErrorCode>();
