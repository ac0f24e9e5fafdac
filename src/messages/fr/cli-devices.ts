import type { cliDevices as english } from '../en/cli-devices.ts';
import type { Translated } from '../translated.ts';

export const cliDevices: Translated<typeof english> = {
  'endpointPass.summary': 'Écrire un laissez-passer pour le mandataire de sortie, signé de la clé de ce poste',
  'endpointPass.notes':
    'Il se met là où les programmes mettent le mot de passe d’un mandataire. Il vaut 24 heures, ou `--hours`, 744 au plus ; un poste révoqué ne passe plus avec lui.',
  'endpointEnrol.summary': 'Inscrire ce poste auprès d’un serveur, une fois, avec un code à usage unique',
  'endpointEnrol.notes':
    'Crée la clé propre au poste, qui ne le quitte jamais. Si la réponse se perd, la même commande convient encore : le code\nest pris pour la même clé. Lancez-la comme qui fera les rapports : root pour les dossiers de tous.',
  'endpointEnrol.done': 'octroi : ce poste est inscrit sous {name}. Ce qu’il faut pour ses rapports est dans {folder}.',
  'option.code': 'le code à usage unique (octroi device invite l’affiche)',
  'option.again': 'abandonner l’identité de ce poste, avec les rapports en attente',
  'option.watch': 'continuer les rapports, jusqu’à Ctrl-C',
  'option.every': 'à quel rythme, en minutes (5 à 1440 ; 60 par défaut), à un dixième près',
  'option.print': 'systemd, launchd ou schtasks',
  'endpointReport.state':
    'où sont l’identité du poste et ses rapports en attente (par défaut : là où l’inscription les a mis)',
  'endpointReport.summary': 'Regarder ce poste et faire son rapport au serveur où il est inscrit',
  'endpointReport.notes':
    'Le rapport dit pour chaque contrôle ce qui vaut, et quel fichier et quelle ligne en décident. Il ne nomme personne : les\ndossiers sont ~, les identifiants des références que seul ce poste peut faire, et les secrets sont omis. Sans serveur il\nattend ici, signé, et part à son tour quand le serveur est de retour. Codes de sortie : 0 envoyé, ou\ngardé ici en attendant ; 3 pas inscrit, ou pas accepté.',
  'endpointReport.bundle':
    'octroi : le serveur a remis la politique {version} ; les hooks décident d’après elle désormais.',
  'endpointReport.sent': 'octroi : rapports envoyés : {count}.',
  'endpointReport.waiting': 'octroi : le serveur est injoignable ({cause}) ; rapports en attente ici : {count}.',
  'endpointService.summary': 'Afficher les fichiers par lesquels le système fait les rapports de lui-même',
  'endpointService.notes':
    'systemd : un service et un minuteur. launchd : un démon. schtasks : une tâche à importer (schtasks /create /xml FICHIER /tn octroi).\nC’est à vous, ou à ce qui gère vos postes, de les mettre en place.',
  'endpointService.program': 'le programme du poste, là où il sera (par défaut : celui-ci)',
  'endpointService.file': 'octroi : {name}',
  'deviceInvite.summary': 'Laisser des postes s’inscrire : un code à usage unique pour chacun',
  'deviceInvite.notes':
    'NAME est le nom que vous lui donnez, un numéro d’inventaire par exemple ; il figure au registre, ne nommez donc personne.\nUn code ouvre une fois et n’est affiché qu’une fois.',
  'deviceInvite.days': 'combien de jours le code vaut (1 à 90, 7 par défaut)',
  'deviceInvite.once': 'octroi : {name} peut s’inscrire une fois, jusqu’au {until}. Ce code ne sera plus affiché :',
  'deviceList.summary': 'Lister les postes : quand chacun a fait son rapport, et ce qu’il a dit',
  'deviceList.notes':
    'Un poste muet depuis plus de fleet.staleAfterHours est inconnu en tout, quoi qu’il ait dit avant.\nCodes de sortie : 0 tous entendus et conformes, 1 sinon.',
  'deviceList.none': 'octroi : aucun poste n’est encore invité. Invitez-en un avec : octroi device invite NOM',
  'deviceList.columns': 'NOM|SYSTÈME|ÉTAT|DERNIER RAPPORT|REMPLI|NON REMPLI|INCONNU|ID',
  'device.invited': 'invité',
  'device.expired': 'code échu',
  'device.enrolled': 'fait ses rapports',
  'device.revoked': 'révoqué',
  'device.silent': 'muet',
  'deviceRevoke.summary': 'Ne plus compter rien de ce que dit un poste',
  'deviceRevoke.done': 'octroi : {device} est révoqué.',
};
