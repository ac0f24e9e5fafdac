import type { cliEndpoint as english } from '../en/cli-endpoint.ts';
import type { Translated } from '../translated.ts';

export const cliEndpoint: Translated<typeof english> = {
  'option.hook-command': 'la commande que lancent les hooks de Claude Code sur les postes (par défaut : aucun hook)',
  'option.bundle': 'un paquet signé de la politique (par défaut : celui qui est installé)',
  'option.remove': 'retirer aussi ce qui contredit la politique : valeurs d’autrui, droits trop larges, liens',
  'option.shell-profile': 'définir aussi les variables pour tout shell de connexion (Linux : /etc/profile.d)',
  'option.undo': 'tout remettre comme avant',
  'policyBundle.summary':
    'Écrire la politique pour les postes : ce qui est exigé, ce qui est écrit, ce que décident les hooks, signé',
  'policyBundle.notes':
    'Un poste accepte un paquet dont la signature est juste et qui vaut encore (--days, 30 par défaut). Ses décisions n’ont\nbesoin de rien d’autre : ni réseau, ni fichiers de la politique.',
  'policyBundle.made': 'octroi : politique {version}, vaut jusqu’au {until}. Reconnaissez-la à sa clé : {key}',
  'endpointFix.summary': 'Rendre ce poste conforme à la politique : montrer ce qui change, l’écrire, le défaire',
  'endpointFix.notes':
    'Seuls des fichiers de toute la machine sont écrits, chacun d’un coup et avec une copie de ce qui s’y trouvait. Les\nvaleurs d’autrui restent, et sont signalées, sauf avec --remove. --plan n’écrit rien : 0 s’il n’y a rien à faire, 1 sinon.',
  'endpointFix.columns': 'PERSONNE|CONTRÔLE|DÉCIDÉ PAR|POURQUOI',
  'endpointFix.planned':
    'octroi : {count} fichiers changeraient, {left} éléments s’y opposent et resteraient. Rien n’a été écrit.',
  'endpointFix.done': 'octroi : {count} fichiers ont changé, {left} éléments s’y opposent et restent.',
  'endpointFix.unmet': 'octroi : {count} verdicts ne sont toujours pas respectés ; une correction n’en décide pas :',
  'endpointFix.left.value': 'octroi : {path} : {key} est à autrui et contredit la politique. --remove le retire.',
  'endpointFix.left.text': 'octroi : {path} n’est pas lisible par son programme. --remove le réécrit.',
  'endpointFix.left.link':
    'octroi : {path} est un lien vers un endroit que d’autres peuvent modifier. --remove y met un fichier.',
  'endpointFix.left.rights':
    'octroi : {path} peut être modifié par d’autres, ou n’est pas lisible par tous. --remove fixe ses droits.',
  'endpointFix.left.foreign':
    'octroi : {path} est à autrui, sous une forme qu’octroi ne fusionne pas. --remove le remplace.',
  'endpointFix.left.changed': 'octroi : {path} a été modifié depuis ; il reste tel quel.',
  'endpointFix.left.outranked':
    'octroi : {path} passe avant tout fichier et vient d’ailleurs : la politique doit être livrée là (octroi policy compile).',
  'option.state': 'le dossier du paquet installé (par défaut : là où `octroi endpoint fix` le met)',
  'hook.summary': 'Répondre à un hook de Claude Code, d’après le paquet installé sur ce poste',
  'hook.notes':
    'L’entrée standard est ce qu’envoie le client, la sortie standard ce qui lui est dit. Sans paquet qui vaille encore, les\ndemandes et les appels d’outils sont arrêtés. Rien n’est envoyé nulle part.',
  'endpointFix.plan': 'montrer ce qui changerait, sans rien écrire',
  'option.traces': 'ce qui est purgé : transcriptions, historiques et copies que le client garde (à indiquer)',
  'option.confirm': 'supprimer ; sans cette option rien ne l’est',
  'option.certificate': 'le fichier du certificat (par défaut : la sortie standard)',
  'endpointPurge.days': 'combien de jours peuvent être gardés (par défaut : ce que dit le paquet, ou 30)',
  'endpointPurge.summary': 'Supprimer ce que Claude Code a laissé sur ce poste au-delà de son âge, avec un certificat',
  'endpointPurge.notes':
    'Une conversation a l’âge de sa dernière ligne. Sans --confirm elle est seulement comptée : 0 si rien n’est trop vieux,\n1 sinon. Le certificat contient nombres, dates et empreintes de ce qui est parti, et aucun nom de fichier ou de projet.',
  'endpointPurge.columns': 'PERSONNE|GENRE|FICHIERS|OCTETS',
  'endpointPurge.planned': 'octroi : {count} fichiers, {bytes} octets partiraient. Rien n’a été supprimé.',
  'endpointPurge.done': 'octroi : {count} fichiers, {bytes} octets sont partis.',
  'endpointPurge.unsigned': 'octroi : le certificat n’est pas signé ; --signing-key le signe.',
};
