import type { minimisationTexts as english } from '../../en/console/minimisation.ts';
import type { Translated } from '../../translated.ts';

export const minimisationTexts: Translated<typeof english> = {
  'minimisation.title': 'Ce qui part',
  'minimisation.lead':
    'Combien est parti ces huit dernières semaines, de quelle nature, et combien que personne n’a demandé à lire.',
  'minimisation.kinds': 'Par nature',
  'minimisation.weeks': 'Par semaine et espace',
  'minimisation.none': 'Rien n’est parti ces semaines-là',
  'minimisation.noneSays': 'Les échanges retenus sont sous Échanges.',
  'minimisation.sums': '{exchanges} échanges partis depuis le {from} ; {stopped} retenus.',
  'minimisation.countsOnly': 'De {count}, seuls les décomptes sont conservés.',
  'minimisation.partial': 'Il y a plus dans cette période qu’une page n’en lit : `octroi minimisation` lit tout.',
  'minimisation.unread':
    '{bytes} partis sans que personne l’ait demandé : {share} des premiers envois. Fichiers d’instructions, état de Git, sorties de commandes.',
  'minimisation.files': '{files} textes de fichiers distincts, {bytes}.',
  'minimisation.rules':
    '`octroi minimisation --policy FOLDER` dit ce qu’une règle aurait retenu, `--repository FOLDER` ce que c’est d’un dépôt.',
  'minimisation.column.kind': 'Nature',
  'minimisation.column.parts': 'Parties',
  'minimisation.column.first': 'Premier envoi',
  'minimisation.column.again': 'Renvoyés',
  'minimisation.column.share': 'Part',
  'minimisation.column.week': 'Semaine du',
  'minimisation.column.workspace': 'Espace',
  'minimisation.column.exchanges': 'Échanges',
};
