import type { ledgerTexts as english } from '../../en/console/ledger.ts';

/** Le registre lui-même : enregistrements, têtes, et vérification dans le navigateur. */
export const ledgerTexts: Readonly<Record<keyof typeof english, string>> = {
  'ledger.title': 'Registre',
  'ledger.lead':
    'Tout ce qui est consigné, dans l’ordre d’un journal que chacun peut vérifier et que nul ne récrit sans que cela se voie.',
  'ledger.views': 'Vues du registre',
  'ledger.records': 'Enregistrements',
  'ledger.heads': 'Têtes signées',
  'ledger.filters': 'Filtrer les enregistrements',
  'ledger.kind': 'Nature',
  'ledger.anyKind': 'Toutes',
  'ledger.until': 'Jusqu’au',
  'ledger.find': 'Identifiant ou rang',
  'ledger.findGo': 'Ouvrir',
  'ledger.list': 'Enregistrements, les plus récents d’abord',
  'ledger.nothing': 'Aucun enregistrement ne correspond',
  'ledger.place': 'Rang',
  'ledger.at': 'Consigné',
  'ledger.what': 'Quoi',
  'ledger.who': 'Qui',
  'ledger.class': 'Gardé comme',
  'ledger.waits': 'en attente',
  'ledger.erased': 'Effacé',
  'ledger.paging': 'Enregistrements plus anciens et plus récents',
  'ledger.newest': 'Les plus récents',
  'ledger.older': 'Plus anciens',
  'ledger.end': 'Il n’y a rien de plus ancien.',

  'record.title': 'Enregistrement',
  'record.backLabel': 'Retour',
  'record.back': 'Registre',
  'record.lead': 'Une entrée du journal, l’enregistrement qu’elle engage, et ce qui la prouve.',
  'record.ofLog': 'Le journal parle de lui-même',
  'record.ofLogSays':
    'Cette entrée dit que le journal commence, ou qu’il est désormais signé par d’autres clés. Elle n’a pas d’enregistrement.',
  'record.facts': 'Faits',
  'record.exchange': 'Échange',
  'record.toExchange': 'Ouvrir l’échange',
  'record.state': 'État',
  'record.proof': 'Preuve',
  'record.proofSays':
    'Le fichier contient cette entrée, son enregistrement et le chemin vers la tête signée. `octroi verify` et le programme de l’auditeur le contrôlent sans octroi ; le bouton le fait ici, avec le même code.',
  'record.download': 'Télécharger la preuve',
  'record.waits': 'Consigné à l’instant, il entre au journal dans la seconde.',
  'record.text': 'L’enregistrement',
  'record.textSays': 'Ce qui a été consigné, ouvert avec sa clé. Les dossiers personnels s’affichent `~`.',
  'record.isErased': 'Sa clé a été détruite : plus personne ne peut le lire. Qu’il ait été là, et quand, reste prouvé.',
  'record.leaf': 'L’entrée',
  'record.leafSays':
    'Ce que le journal en garde : ni nom, ni chemin, ni contenu, et un engagement sur l’enregistrement.',

  'heads.now': 'Le journal maintenant',
  'heads.nowSays':
    'La tête est signée à nouveau dès que quelque chose s’ajoute, par une clé Ed25519 et une clé post-quantique.',
  'heads.log': 'Journal',
  'heads.size': 'Entrées',
  'heads.head': 'Racine',
  'heads.kept': 'Têtes conservées',
  'heads.keptSays': 'Au moins une par période, même quand rien n’est consigné, pour qu’un trou se voie.',
  'heads.signedAt': 'Signée',
  'heads.witnesses': 'Témoins',
  'heads.cosigned': 'Cosignée',
  'heads.notCosigned': 'Aucun',
  'heads.timeStamp': 'Horodatage',
  'heads.downloadStamp': 'Télécharger',
  'heads.noStamp': 'Aucun',
  'heads.note': 'Note signée',

  'verify.verify': 'Vérifier dans ce navigateur',
  'verify.verifying': 'Vérification…',
  'verify.holds': 'Tient',
  'verify.refuted': 'Réfuté',
  'verify.key': 'Clé',
  'verify.notBegun': 'Le journal n’a pas commencé',
  'verify.shrunk':
    'Ce navigateur a déjà vérifié une tête de {before} entrées, et le journal n’en a plus que {size} : des entrées ont été retirées.',
  'verify.firstKeys':
    'Ce navigateur voit ce journal pour la première fois et a pris les clés qu’on lui montrait ; il l’y tiendra désormais. Comparez-les à celles que votre exploitant vous a remises par une autre voie :',
  'verify.otherKeys':
    'Le journal est signé par d’autres clés que celles que ce navigateur connaît. Si elles ont été changées à dessein, et que vous avez comparé les nouvelles :',
  'verify.trustPresent': 'Se fier aux clés actuelles',
};
