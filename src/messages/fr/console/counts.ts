import type { consoleCounts as english } from '../../en/console/counts.ts';
import type { Translated } from '../../translated.ts';

export const consoleCounts: Translated<typeof english> = {
  'exchanges.held': { one: '{count} nouvel échange', other: '{count} nouveaux échanges' },
  'row.moreFiles': { one: 'et {count} autre', other: 'et {count} autres' },
  'row.filesAgain': { one: '{count} fichier déjà envoyé', other: '{count} fichiers déjà envoyés' },
  'exchange.pieces': { one: '{count} élément', other: '{count} éléments' },
  'exchange.againPieces': { one: '{count} élément déjà envoyé', other: '{count} éléments déjà envoyés' },
  'exchange.firstPieces': {
    one: '{count} élément parti pour la première fois',
    other: '{count} éléments partis pour la première fois',
  },
  'row.foundAgain': { one: '{count} donnée sensible, comme avant', other: '{count} données sensibles, comme avant' },
  'found.secret': { one: '{count} secret', other: '{count} secrets' },
  'found.personal': { one: '{count} donnée personnelle', other: '{count} données personnelles' },
  'found.dictionary': { one: '{count} terme de l’entreprise', other: '{count} termes de l’entreprise' },
  'inspection.redacted': {
    one: '{count} donnée sensible a été remplacée par un substitut',
    other: '{count} données sensibles ont été remplacées par des substituts',
  },
  'inspection.kept': {
    one: '{count} donnée sensible est restée telle quelle, dans une réflexion scellée par le fournisseur',
    other: '{count} données sensibles sont restées telles quelles, dans des réflexions scellées par le fournisseur',
  },
  'inspection.withheld': {
    one: '{count} donnée sensible figure dans ce qui n’est pas parti',
    other: '{count} données sensibles figurent dans ce qui n’est pas parti',
  },
  'inspection.restored': {
    one: '{count} valeur a été remise dans la réponse',
    other: '{count} valeurs ont été remises dans la réponse',
  },
  'exchange.countsFound': {
    one: '{count} donnée sensible y figure, historique compris.',
    other: '{count} données sensibles y figurent, historique compris.',
  },
  'inspection.again': {
    one: '{count} donnée sensible figure dans ce qui repart : elle a été comptée à son premier départ.',
    other: '{count} données sensibles figurent dans ce qui repart : elles ont été comptées à leur premier départ.',
  },
  'finding.moreMarks': { one: '{count} autre', other: '{count} autres' },
  'finding.moreValues': { one: '{count} autre donnée sensible', other: '{count} autres données sensibles' },
  'finding.placesMore': { one: 'et {count} autre endroit', other: 'et {count} autres endroits' },
  'catalogue.factCount': { one: '{count} fait', other: '{count} faits' },
  'alarm.facts': {
    one: '{count} fait du catalogue est périmé',
    other: '{count} faits du catalogue sont périmés',
  },
  'posture.otherChanges': {
    one: '{count} autre paragraphe a changé avec lui',
    other: '{count} autres paragraphes ont changé avec lui',
  },
  'contracts.days': { one: '{count} jour', other: '{count} jours' },
};
