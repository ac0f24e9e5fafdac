import type { cliNotices as english } from '../en/cli-notices.ts';
import type { Translated } from '../translated.ts';

export const cliNotices: Translated<typeof english> = {
  'noticeWrite.summary': 'Écrire ce qu’apprennent le personnel, les utilisateurs, le CSE ou l’analyse d’impact',
  'noticeWrite.notes':
    'DOCUMENT : staff (notice au personnel), charter (charte d’usage), council (note au CSE) ou dpia (éléments pour\nl’analyse d’impact). Il est tiré de la politique et du catalogue du jour, qu’il nomme ; toute affirmation sur un\nfournisseur a sa source, sa date et sa validité. C’est un projet : ce qu’octroi ne peut savoir y est à remplir.',
  'noticeWrite.lang': 'fr ou en : langue du document (par défaut : la vôtre)',
  'noticeWrite.format': 'md (par défaut), pdf ou odt',
  'noticeWrite.out':
    'le fichier à écrire ; aucun n’est écrasé (par défaut : la sortie standard pour md, sinon octroi-DOCUMENT.LANGUE.FORMAT)',
  'noticeWrite.organization': 'le responsable du traitement, tel que le document le nomme (par défaut : à remplir)',
  'noticeWrite.contact': 'où adresser les questions sur les données (par défaut : à remplir)',
  'noticeWrite.done': '{file} : {bytes} octets, politique {policy}, catalogue {catalogue}, SHA-256 {digest}',
  'noticeWrite.review': 'octroi : ceci est un projet. Quelqu’un le relit, le complète et en répond.',
  'noticeDiff.summary': 'Montrer les paragraphes qu’une politique changée change ; finit par 1 s’il y en a',
  'noticeDiff.notes':
    'DOCUMENT : staff, charter, council ou dpia. BEFORE et AFTER : le dossier d’une politique, `default` pour celle d’octroi, ou\nun fichier md fait par notice write et conservé. Les dossiers sont écrits pour le même jour et le même catalogue ; le\njour et les empreintes de l’en-tête ne sont pas comparés.',
  'noticeDiff.version': '{side} : politique {policy}, catalogue {catalogue}, écrit pour le {on}',
  'noticeDiff.before': 'avant',
  'noticeDiff.after': 'après',
  'noticeDiff.none': 'octroi : le document dit la même chose.',
  'noticeDiff.noneThough': 'octroi : la politique ou le catalogue est autre, et le document dit la même chose.',
  'noticeDiff.done':
    'octroi : {removed} paragraphes disparus, {added} nouveaux. Qui a reçu la version d’avant doit l’apprendre.',
};
