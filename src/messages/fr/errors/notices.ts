import type { noticeErrors as english } from '../../en/errors/notices.ts';
import type { Translated } from '../../translated.ts';

export const noticeErrors: Translated<typeof english> = {
  notice_version_unreadable: {
    text: '{file} n’est pas une version d’une notice que l’on puisse comparer.',
    hint: 'Donnez le dossier d’une politique, ou ce qu’a écrit `octroi notice write DOCUMENT --format md`, première ligne comprise.',
  },
  notice_version_of_another: {
    text: '{file} est le document {kind} en {language} ; {wanted} en {wantedLanguage} était à comparer.',
    hint: 'Nommez ce document et sa langue (`--lang`), ou donnez la version de l’autre.',
  },
};
