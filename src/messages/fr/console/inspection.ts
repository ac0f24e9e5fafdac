import type { inspectionTexts as english } from '../../en/console/inspection.ts';
import type { Translated } from '../../translated.ts';

export const inspectionTexts: Translated<typeof english> = {
  'found.token': 'Jeton ou clé {vendor}',
  'found.kindCount': '{kind} × {count}',

  'findingClass.secret': 'Secret',
  'findingClass.personal': 'Donnée personnelle',
  'findingClass.dictionary': 'Terme de l’entreprise',

  'handling.redacted': 'Masquée',
  'handling.kept': 'Laissée',
  'handling.withheld': 'N’est pas partie',

  'inspection.title': 'Inspection',
  'inspection.sentence': 'Inspecté avant le départ : {redacted} ; {restored} ; {unscanned}.',
  'inspection.sentenceShort': 'Inspecté : {redacted} ; {unscanned}.',
  'inspection.none':
    'Cet échange date d’un temps où octroi ne cherchait pas encore les secrets ni les données personnelles.',
  'inspection.nothingFound': 'rien de sensible n’a été trouvé',
  'inspection.restoredNone': 'aucune valeur n’était à remettre dans la réponse',
  'inspection.restoredUnknown': 'ce qui a été remis dans la réponse n’est pas connu',
  'inspection.allRead': 'chaque octet a pu être examiné',
  'inspection.unread': '{bytes} n’ont pas pu être examinés (images, documents, sceaux)',
  'inspection.new': 'Nouveau dans cet échange :',
  'inspection.rules': 'Version des règles : {ruleset}.',
  'inspection.leftLength': 'Avec les substituts, le corps parti comptait {bytes}.',

  'finding.bytes': 'octets {from} à {to}',
  'finding.bodyBytes': 'octets {from} à {to} du corps',
  'finding.rule': 'trouvée par',
  'finding.fingerprintOf': 'l’empreinte de la donnée {number} de l’élément {piece}',
  'finding.inPiece': 'Trouvé dans l’élément {piece}',
  'finding.first': 'nouvelle',
  'finding.again': 'déjà envoyée',
  'finding.masked': 'octroi ne garde aucun texte : des blocs gris en tiennent lieu, par leur seule longueur.',
};
