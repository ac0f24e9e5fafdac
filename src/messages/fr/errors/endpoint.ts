import type { endpointErrors as english } from '../../en/errors/endpoint.ts';
import type { Translated } from '../../translated.ts';

export const endpointErrors: Translated<typeof english> = {
  endpoint_root_unreadable: {
    text: '{root} n’est pas un dossier que l’on puisse examiner.',
    hint: 'Indiquez le dossier qui contient l’arborescence de la machine (etc et home, ou Users), ou omettez --root.',
  },
  endpoint_user_unknown: {
    text: 'Personne ne s’appelle {user} sur cette machine.',
    hint: 'Omettez --user pour voir tout le monde.',
  },
  endpoint_nobody: {
    text: 'Aucune personne n’a été trouvée dans cette arborescence : rien n’a pu être évalué.',
    hint: 'Vérifiez que --root contient etc/passwd ou des dossiers personnels.',
  },
  endpoint_probe_client_unknown: {
    text: 'Le laboratoire ne connaît aucun client nommé {client}.',
    hint: 'Indiquez-en un parmi : {known}.',
  },
  endpoint_probe_client_missing: {
    text: '{client} n’est pas installé ici : {program} est introuvable.',
    hint: 'Installez-le, ou indiquez son programme par --program.',
  },
  endpoint_probe_none_installed: {
    text: 'Aucun des clients que connaît le laboratoire n’est installé ici ({commands}).',
    hint: 'Installez-en un, ou indiquez un client et son programme : octroi endpoint probe CLIENT --program FILE',
  },
  endpoint_probe_tool_missing: {
    text: 'Le laboratoire a besoin de programmes absents du PATH : {tools}.',
    hint: 'Installez util-linux et iproute2.',
  },
  endpoint_probe_not_isolated: {
    text: 'Ce système ne permet pas d’espace de noms réseau ({reason}) : rien ne retiendrait le client.',
    hint: 'Lancez-le là où les espaces de noms utilisateur sont permis, ou acceptez par --without-namespace que ce qui contourne le mandataire ne soit ni retenu ni vu.',
  },
  endpoint_probe_profile_unreadable: {
    text: '{file} n’est pas un profil que ce client pourrait lire.',
    hint: 'Faites-en un avec : octroi policy compile --target claude-code > managed-settings.json',
  },
  endpoint_probe_failed: {
    text: 'Le laboratoire lui-même s’est arrêté avant le client : {reason}',
    hint: 'Relancez ; si cela persiste, signalez-nous le client, sa version et cette ligne.',
  },
  endpoint_fix_forbidden: {
    text: '{path} ne peut être modifié par qui lance cette commande.',
    hint: 'Lancez-la en administrateur (sudo octroi endpoint fix …), ou regardez d’abord avec --plan.',
  },
  endpoint_fix_unsafe: {
    text: '{path} n’est pas un fichier ordinaire dans des dossiers ordinaires : un lien ou autre chose fait obstacle.',
    hint: 'Voyez ce qui s’y trouve ; octroi n’écrit pas à travers des liens.',
  },
  endpoint_fix_changed: {
    text: '{path} a changé depuis que le plan est fait ; rien n’a été écrit.',
    hint: 'Relancez la commande.',
  },
  endpoint_fix_busy: {
    text: 'Le processus {process} est en train de modifier ce poste.',
    hint: 'Attendez qu’il ait fini, et relancez la commande.',
  },
  endpoint_record_invalid: {
    text: '{path}, qui permet de défaire les changements, est abîmé ou absent.',
    hint: 'Rétablissez-le depuis une sauvegarde ; sans lui octroi ne change ni ne défait rien ici.',
  },
  endpoint_bundle_missing: {
    text: '{path} est absent ou illisible : rien ne peut être décidé ici.',
    hint: 'Un administrateur l’installe : octroi endpoint fix --bundle bundle.json --key CLE.',
  },
  endpoint_device_missing: {
    text: 'Ce poste n’est pas inscrit : il n’y a pas de {path}.',
    hint: 'Inscrivez-le une fois : octroi endpoint enrol --gateway URL --code CODE',
  },
  endpoint_device_invalid: {
    text: '{path} est inutilisable : endommagé, ou pas à cet utilisateur de le lire et de l’écrire.',
    hint: 'Lancez la commande comme la personne qui a inscrit le poste, ou inscrivez-le à nouveau avec --again.',
  },
  endpoint_device_enrolled: {
    text: 'Ce poste est déjà inscrit, sous {device}.',
    hint: 'Pour l’inscrire à nouveau, avec une nouvelle clé, ajoutez --again.',
  },
  endpoint_device_refused: {
    text: 'Le serveur ne le prend pas : {message}',
    hint: 'Ce qui est dit ci-dessus est ce qu’il faut faire. Les rapports en attente restent dans {spool}.',
  },
  endpoint_post_unreachable: {
    text: 'Le serveur à {gateway} est injoignable ({cause}).',
    hint: 'Vérifiez l’adresse et le réseau, puis recommencez ; le code n’est pas consommé.',
  },
  endpoint_bundle_older: {
    text: 'Le serveur a remis un paquet du {madeAt}, plus ancien que celui installé ici ({installed}).',
    hint: 'Celui qui est installé reste. Faites servir le plus récent, ou installez l’ancien à la main s’il est voulu.',
  },
  endpoint_hook_failed: {
    text: 'Le hook n’a pas pu examiner ceci : c’est arrêté.',
    hint: 'Réessayez ; si cela persiste, prévenez qui exploite octroi.',
  },
  endpoint_hook_unreadable: {
    text: 'Ce que demande le client n’est pas du JSON : c’est arrêté.',
    hint: 'L’entrée standard doit être ce que Claude Code envoie à un hook de commande.',
  },
};
