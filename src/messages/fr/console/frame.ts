import type { frameTexts as english } from '../../en/console/frame.ts';
import type { Translated } from '../../translated.ts';

export const frameTexts: Translated<typeof english> = {
  'nav.label': 'Pages',
  'nav.exchanges': 'Échanges',
  'nav.ledger': 'Registre',
  'nav.egress': 'La sortie',
  'nav.left': 'Ce qui est parti',
  'nav.rules': 'Ce qui peut partir',
  'nav.terms': 'À quelles conditions',
  'nav.holds': 'Ce qui tient',
  'nav.fleet': 'Postes',
  'nav.posture': 'Contrôles',
  'nav.minimisation': 'Ce qui part',
  'nav.evaluation': 'Rétention zéro',
  'nav.kept': 'Ce qui est gardé',
  'nav.retention': 'Conservation',
  'nav.vendor': 'Chez le fournisseur',
  'nav.requests': 'Demandes',
  'nav.learned': 'Ce qu’on apprend',
  'nav.trainings': 'Mes formations',
  'nav.team': 'Équipe',
  'nav.access': 'Qui peut envoyer',
  'nav.matrix': 'Matrice',
  'nav.policy': 'Politique',
  'nav.catalogue': 'Catalogue',
  'nav.contracts': 'Contrats',
  'nav.keys': 'Clés',
  'nav.approvals': 'Actes à deux',
  'nav.signedInAs': 'Qui est connecté',
  'nav.byLink': 'Connecté par un lien',
  'nav.skip': 'Aller au contenu',
  'nav.signOut': 'Se déconnecter',
  'nav.home': 'octroi, la liste des échanges',

  'language.label': 'Langue',

  'theme.label': 'Apparence',
  'theme.system': 'Système',
  'theme.light': 'Clair',
  'theme.dark': 'Sombre',

  'foot.version': 'octroi {version}',
  'foot.zone': 'Fuseau horaire : {zone}',
  'foot.pseudonyms': 'Les personnes figurent sous pseudonyme',

  'title.of': '{page} · octroi',
  'title.demo': '{page} · données de démonstration · octroi',

  noScript: 'La console a besoin de JavaScript ; tout vient de ce serveur.',

  'demo.mark': 'Données de démonstration',
  'demo.explained': 'Personnes, fichiers et fournisseur imaginaires : rien n’est réellement parti.',

  'alarm.title': 'Le contrat « {name} » est arrêté',
  'alarm.explained':
    'Depuis le {at}, plus rien ne part sous ce contrat : une autre organisation que la sienne a répondu. Faites vérifier le secret du contrat, puis relancez le contrat avec :',
  'alarm.command': 'la commande qui le relance',
  'alarm.factsExplained':
    'Les conditions des fournisseurs ne disent plus ce sur quoi repose le catalogue : {facts}. Ce qu’il fait décider reste en vigueur jusqu’à l’import d’un catalogue plus récent.',
  'alarm.factsLook': 'Voir ce qui a changé, et ce qui en dépend',

  'copy.copy': 'Copier',
  'copy.done': 'Copié',
  'copy.failed': 'À copier à la main',
  'copy.what': 'Copier {what}',

  'state.loading': 'Chargement…',
  'state.tryAgain': 'Réessayer',

  'fault.title': 'Affichage impossible',
  'fault.away': 'octroi ne répond pas.',
  'fault.awayHint': 'Vérifiez sur le serveur que `octroi up` est en marche.',
  'fault.unreadable': 'Ce qui a répondu n’est pas octroi.',
  'fault.unreadableHint': 'Cherchez un proxy ou une page de connexion entre ce navigateur et octroi.',

  'away.goesOn': 'Cette page réessaie toutes les quelques secondes et reprendra d’elle-même.',
  'away.since': 'L’affichage date de {at}.',

  'missing.title': 'Il n’y a rien à cette adresse',
  'missing.back': 'Voir les échanges',

  'crash.title': 'La console est tombée en panne',
  'crash.explained': 'La faute est de notre côté ; ce qui part reste consigné. Recharger la page peut suffire.',
  'crash.reload': 'Recharger la page',
};
