export const noticeErrors = {
  notice_version_unreadable: {
    text: '{file} is no version of a notice that can be compared.',
    hint: 'Give a policy’s folder, or what `octroi notice write DOCUMENT --format md` wrote, its first line included.',
  },
  notice_version_of_another: {
    text: '{file} is the document {kind} in {language}; {wanted} in {wantedLanguage} was to be compared.',
    hint: 'Name that document and its `--lang`, or give the version of the other.',
  },
} as const;
