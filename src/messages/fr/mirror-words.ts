import type { mirrorWords as english } from '../en/mirror-words.ts';
import type { Translated } from '../translated.ts';

export const mirrorWords: Translated<typeof english> = {
  'mirror.unlabelled': '(non consigné)',
  'mirror.answers': '(réponses)',
  'mirror.workstations': '(postes de travail)',
  'mirror.possibly': 'peut-être : {text}',
  'mirror.untilDeleted': 'jusqu’à suppression',
  'mirror.class.messages': 'requêtes et réponses',
  'mirror.class.covered_model': 'requêtes et réponses, modèle conservé quoi qu’il soit convenu',
  'mirror.class.code_execution': 'conteneurs d’exécution de code',
  'mirror.class.batch': 'requêtes par lots',
  'mirror.class.file': 'fichiers déposés',
  'mirror.class.flagged_content': 'contenus signalés',
  'mirror.class.flagged_scores': 'scores de contenus signalés',
  'mirror.class.local_transcript': 'transcriptions sur les postes',
  'mirror.why.contract_unknown': 'inconnu : ce contrat n’existe plus',
  'mirror.why.other_organization': 'inconnu : une autre organisation a répondu',
  'mirror.why.plan_unknown': 'inconnu : le catalogue n’a pas cette offre',
  'mirror.why.plan_unrecorded': 'inconnu : rien n’est consigné de l’offre à cette date',
  'mirror.why.terms_unread': 'inconnu : les conditions ont été lues plus tard',
  'mirror.why.terms_silent': 'inconnu : les conditions ne donnent pas de durée',
  'mirror.why.terms_open': 'inconnu : les conditions ne donnent pas de terme',
  'mirror.why.model_untold': 'inconnu : le modèle n’est pas consigné',
  'mirror.why.sweep_skipped': 'inconnu : le nettoyage du client n’a pas eu lieu',
  'mirror.untold.flagging':
    '{contract} : quels contenus le fournisseur a signalés. Les réponses closes par un refus sont tenues pour peut-être signalées ; des autres, rien n’est dit.',
  'mirror.untold.harmful_use':
    '{contract} : ce que le fournisseur garde plus longtemps contre les usages nuisibles ; aucune durée n’est donnée.',
  'mirror.untold.not_seen':
    '{contract} : si des copies ont été faites par des voies qui ne passent pas ici. Le cas échéant, elles sont conservées :',
  'mirror.untold.third_party':
    '{contract} : ce que des serveurs tiers (MCP) gardent de ce que le fournisseur leur transmet.',
  'mirror.untold.history_file':
    'Postes de travail : le fichier de toutes les invites (history.jsonl) échappe à tout nettoyage. `claude project purge` le supprime.',
  'mirror.untold.ledger_begins':
    'Ce qui est parti avant le {since} : le registre ne remonte pas plus loin, ou a été effacé.',
};
