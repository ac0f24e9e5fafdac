import type { cliMinimisation as english } from '../en/cli-minimisation.ts';
import type { Translated } from '../translated.ts';

export const cliMinimisation: Translated<typeof english> = {
  'minimisation.summary':
    'Dire ce qui est parti par nature, premier envoi ou renvoi, demandé ou non, et ce que d’autres règles auraient épargné',
  'minimisation.workspace': 'de cet espace seulement (par défaut : tous)',
  'minimisation.repository':
    'un arbre de travail Git dont les fichiers sont comparés à ce qui est parti ; seules leurs tailles sont lues',
  'minimisation.policy': 'un dossier de politique : ce qui est parti est décidé à nouveau d’après lui',
  'minimisation.notes':
    'Les octets sont comptés tels qu’ils sont dans les corps. Un échange retenu n’en fait pas partie, ni un échange effacé.\nDe quel dépôt vient un fichier, le registre ne le sait pas : comparez avec l’espace qui y travaille.',
  'minimisation.head':
    '{exchanges} échanges, {bytes} octets de corps ; {stopped} autres ont été retenus, de {countsOnly} seuls les décomptes sont conservés.',
  'minimisation.kind': 'nature',
  'minimisation.parts': 'parties',
  'minimisation.bytes': 'octets',
  'minimisation.first': 'premier envoi',
  'minimisation.again': 'renvoyés',
  'minimisation.unread': 'Parti sans que personne l’ait demandé : {bytes} octets, {percent} % des premiers envois',
  'minimisation.week': 'semaine du',
  'minimisation.inWorkspace': 'espace',
  'minimisation.exchanges': 'échanges',
  'minimisation.files':
    '{files} textes de fichiers distincts, {bytes} octets ; le dépôt a {repositoryFiles} fichiers, {repositoryBytes} octets : {percent} %',
  'minimisation.saved':
    'D’après ces règles, sur {looked} échanges partis, {exchanges} auraient été arrêtés ({bytes} octets), {redacted} autres modifiés.',
  'minimisation.savedUnknown': 'Pour {unknown} d’entre eux, un fait que les règles demandent n’est pas enregistré.',
};
