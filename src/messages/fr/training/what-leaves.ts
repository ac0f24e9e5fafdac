import type { whatLeaves as english } from '../../en/training/what-leaves.ts';
import type { Translated } from '../../translated.ts';

export const whatLeaves: Translated<typeof english> = {
  title: 'Ce qui part avec une question',
  summary:
    'Ce qu’un assistant envoie en plus de ce que vous tapez, où se cachent les secrets, combien de temps cela reste, et que faire après une erreur.',
  sections: {
    more: {
      title: 'Plus que ce que vous tapez',
      paragraphs: {
        rumour:
          'On croit souvent que seuls partent les fichiers que l’assistant lit. C’est faux. {claim:only-read-files-leave}',
        instructions:
          'Un CLAUDE.md, et tout ce qu’il importe, part donc avec la première question de chaque session. N’y écrivez que ce qui peut partir : ni nom de client, ni adresse interne, ni identifiant « pour les essais ».',
        again:
          'Chaque tour renvoie toute la conversation. Ce qui y est entré une fois, un journal ou un fichier, repart avec chaque question jusqu’à la fin. Pour un autre sujet, commencez-en une autre.',
      },
    },
    commands: {
      title: 'Fichiers et sorties de commandes',
      paragraphs: {
        output:
          'La sortie d’une commande est un contenu comme un autre : `env`, une requête en base, un test qui affiche la fiche d’un client, `grep` sur un dossier. Regardez ce qu’une commande va afficher avant de la laisser courir.',
        deny: 'Une règle qui interdit à l’assistant de lire un chemin a ses limites. {setting:claude-code/permissions.deny}',
        sandbox: 'D’où un second verrou. {setting:claude-code/sandbox.filesystem.denyRead}',
        pictures:
          'Les captures d’écran et les PDF partent tels quels. octroi compte leurs octets et ne peut pas y lire : un écran où figure un client part sans que personne d’autre que vous l’ait vu.',
      },
    },
    secrets: {
      title: 'Les secrets',
      paragraphs: {
        where:
          'Ils se cachent dans les fichiers `.env`, les profils de shell, les journaux d’intégration continue, les chaînes de connexion, les jeux d’essai, les carnets, et dans l’historique git longtemps après avoir quitté le fichier.',
        octroi:
          'octroi regarde tout ce qui est nouveau dans une requête. Ce qu’il prend pour un secret part sous un substitut, ou la requête est refusée et dit quoi enlever. Il en trouve de nombreuses sortes, pas toutes : c’est un filet, pas une autorisation.',
        sent: 'Un secret parti est connu. Supprimer le message ne le reprend pas : il faut le changer là où il vaut, aujourd’hui.',
      },
    },
    telemetry: {
      title: 'Télémétrie et retours',
      paragraphs: {
        hosts:
          'À côté de vos questions, le programme rend compte de lui-même. D’anciennes listes citent statsig.anthropic.com et sentry.io comme hôtes à bloquer. {claim:telemetry-hosts}',
        variables: 'On cite souvent deux variables comme remède. {claim:two-variables-silence}',
        profiles: 'Et votre profil de shell n’est pas non plus le bon endroit. {claim:variables-in-profiles}',
        feedback:
          '`/feedback` envoie exprès la conversation au fournisseur, et elle est conservée : {anth-feedback-5y}. Si votre entreprise a laissé la commande, réfléchissez avant de l’employer ; jamais après une erreur.',
      },
    },
    kept: {
      title: 'Combien de temps cela reste',
      paragraphs: {
        api: 'Chez le fournisseur, par l’API : {anth-api-30}. Ce qui est signalé comme abus : {anth-flagged-2y}, même en rétention nulle.',
        files:
          'Fichiers envoyés par l’API Files : {anth-files} ; suppression : {anth-files-delete}. octroi en tient la liste et les rappelle.',
        local:
          'Sur votre propre disque, le programme garde en clair la transcription de chaque session. {setting:claude-code/cleanupPeriodDays} La sauvegarde de votre disque les a aussi.',
        zdr: 'La rétention nulle couvre moins que son nom ne le dit. {claim:zdr-complete}',
      },
    },
    mistake: {
      title: 'Après une erreur',
      paragraphs: {
        stop: 'Arrêtez la session, et ne demandez pas à l’assistant d’« oublier » : cela ne ferait que l’envoyer encore une fois.',
        change:
          'Changez d’abord le secret, cherchez ensuite qui a pu s’en servir. Les minutes comptent ici ; les explications, non.',
        tell: 'Prévenez la sécurité le jour même : quand, dans quel dépôt, quoi. La déclaration dans octroi montre ce qui est parti et ce qui a été retenu : personne n’a à deviner.',
        keep: 'Ne supprimez rien avant qu’elle ait regardé : la transcription sur votre disque montre jusqu’où cela est allé. C’est elle aussi qui demande la suppression au fournisseur, là où elle peut se demander.',
      },
    },
  },
  questions: {
    'only-read': {
      text: 'Vous posez une question sans objet précis, et l’assistant ne lit aucun fichier. Qu’est-ce qui a pu partir ?',
      right: 'Vos fichiers d’instructions, la branche et les derniers commits git, et le dossier courant aussi',
      wrong: [
        'La question seulement',
        'La question et votre nom d’utilisateur, rien d’autre',
        'Rien tant que vous n’acceptez pas de réponse',
      ],
      why: 'Mesuré : tout cela part sans aucune lecture.',
    },
    'claude-md': {
      text: 'Un CLAUDE.md nomme un client et un hôte interne. Quand part-il ?',
      right: 'À chaque session dans ce dossier, sans qu’on le demande',
      wrong: ['Seulement si vous citez le fichier', 'Jamais, ce sont des réglages', 'Seulement quand il change'],
      why: 'Il est lu au début et envoyé comme instructions, avec ce qu’il importe.',
    },
    turns: {
      text: 'Vous avez collé un long journal au début d’une conversation. Que devient-il vingt questions plus tard ?',
      right: 'Il repart avec chaque question',
      wrong: [
        'Il reste chez le fournisseur et ne repart plus',
        'Il est abandonné après trois tours',
        'Seules ses premières lignes repartent',
      ],
      why: 'Chaque tour emporte tout l’historique. Une nouvelle conversation y met fin.',
    },
    env: {
      text: 'L’assistant veut lancer `env` pour comprendre pourquoi une compilation échoue. Quel est le risque ?',
      right: 'Sa sortie, avec tous les identifiants de l’environnement, fait partie de ce qui est envoyé',
      wrong: [
        'Aucun, la sortie reste dans le terminal',
        'Aucun, des variables d’environnement ne sont pas un contenu',
        'Que l’environnement soit modifié',
      ],
      why: 'Une sortie de commande est envoyée comme un fichier lu.',
    },
    deny: {
      text: 'Une règle interdit de lire `.env`. Un script que l’assistant exécute l’ouvre. Que se passe-t-il ?',
      right: 'La règle n’arrête pas le script ; un bac à sable, si',
      wrong: ['La règle arrête tout programme', 'Le fichier part chiffré', 'Le script voit un fichier vide'],
      why: 'Ces règles arrêtent les outils de l’assistant ; ce qu’ouvrent les programmes relève du bac à sable.',
    },
    picture: {
      text: 'Vous collez une capture d’écran du compte d’un client. Qu’y voit octroi ?',
      right: 'Que c’est une image, et sa taille : personne ne lit ce qui y figure',
      wrong: ['Le nom du client, qu’il noircit', 'Le texte, comme dans un fichier', 'Rien, les images sont refusées'],
      why: 'Elle est déclarée comme octets illisibles. Ce qui y figure, c’est à vous de le vérifier.',
    },
    sent: {
      text: 'Un mot de passe de production est parti dans une question il y a cinq minutes. Par quoi commencer ?',
      right: 'Changer le mot de passe là où il vaut',
      wrong: [
        'Supprimer la conversation',
        'Demander à l’assistant de l’oublier',
        'Attendre la fin de la conservation du fournisseur',
      ],
      why: 'Ce qui est parti est connu. Seul le changer lui ôte sa valeur.',
    },
    net: {
      text: 'octroi n’a trouvé aucun secret dans votre requête. Qu’est-ce que cela veut dire ?',
      right: 'Qu’aucune des sortes qu’il connaît n’a été trouvée, et rien de plus',
      wrong: ['Qu’il n’y en a pas', 'Que la sécurité est d’accord', 'Que le fichier peut désormais aller partout'],
      why: 'La détection est un filet à mailles. Votre propre regard passe avant.',
    },
    silence: {
      text: 'DISABLE_TELEMETRY et DISABLE_ERROR_REPORTING sont définies. Le programme est-il muet, inférence mise à part ?',
      right: 'Non : d’autres connexions restent',
      wrong: ['Oui, entièrement', 'Oui, en Europe', 'Oui, avec les offres payantes'],
      why: 'Mesuré : des connexions restent. Les réglages gérés et le chemin d’octroi s’occupent du reste.',
    },
    feedback: {
      text: 'Combien de temps une conversation envoyée par `/feedback` est-elle conservée ?',
      right: '{anth-feedback-5y}',
      wrong: ['{anth-api-30}', 'jusqu’à la fin de la session', 'une semaine'],
      why: 'Les retours ont leur propre durée, bien plus longue que celle d’une question.',
    },
    files: {
      text: 'Un fichier a été envoyé par l’API Files. Quand disparaît-il ?',
      right: 'Quand quelqu’un le supprime, ou à l’échéance fixée à l’envoi',
      wrong: ['Après 30 jours au plus tard', 'À la fin de la session', 'Dès qu’il a été lu'],
      why: 'Sans échéance il reste ; octroi dresse la liste de ce qui s’y trouve.',
    },
    flagged: {
      text: 'Votre entreprise a la rétention nulle. Combien de temps est conservé un échange signalé comme abus ?',
      right: '{anth-flagged-2y}',
      wrong: ['pas du tout', 'un jour', 'jusqu’à la prochaine facture'],
      why: 'Ce qui est signalé est une exception à la rétention nulle.',
    },
    local: {
      text: 'Où se trouve la transcription de votre session une fois le terminal fermé ?',
      right: 'Sur votre propre disque, en clair, pendant des semaines',
      wrong: ['Nulle part', 'Seulement chez le fournisseur', 'Dans le dépôt, comme un commit'],
      why: 'Le programme la garde pour pouvoir reprendre une session ; son âge est un réglage.',
    },
    repository: {
      text: 'Votre profil dit où vont les requêtes. Vous ouvrez le dépôt d’un tiers, qui apporte ses réglages. Que peut-il arriver ?',
      right: 'Les réglages du dépôt l’emportent, adresse comprise ; les réglages gérés tiennent',
      wrong: ['Les vôtres comptent toujours', 'Le client refuse de démarrer', 'Rien, un dépôt n’a pas de réglages'],
      why: 'Mesuré. C’est pourquoi votre entreprise écrit des réglages gérés.',
    },
  },
};
