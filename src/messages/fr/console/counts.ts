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
};
