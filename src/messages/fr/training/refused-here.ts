import type { refusedHere as english } from '../../en/training/refused-here.ts';
import type { Translated } from '../../translated.ts';

export const refusedHere: Translated<typeof english> = {
  title: 'Ce qui a été refusé ici',
  summary:
    'Ce qu’octroi a retenu dans votre entreprise ces derniers temps, par sorte et en nombres seulement, et que faire à la place.',
  sections: {
    why: {
      title: 'Ce qu’est un refus',
      paragraphs: {
        before:
          'Une requête refusée n’est pas partie : octroi décide avant qu’un octet aille chez le fournisseur. Le refus dit pourquoi, et quoi enlever.',
        redacted:
          'Là où la politique le permet, octroi ne refuse pas mais met un substitut à la place de la valeur. La réponse revient avec votre valeur, et le fournisseur n’a vu que le substitut.',
        recorded:
          'Le refus est inscrit, avec la sorte de ce qui a été trouvé et jamais la valeur. Ci-dessous, des sommes sur de nombreuses personnes ; nul n’y est nommé, compté ni classé.',
      },
    },
    instead: {
      title: 'Que faire à la place',
      paragraphs: {
        secret:
          'Un secret : ôtez-le du fichier ou de la commande et nommez-le par sa variable. L’assistant n’a pas besoin de la valeur pour écrire le code qui s’en sert. S’il était dans un fichier partagé, changez-le quand même.',
        personal:
          'Des données personnelles : inventez une fiche de même forme. Un test qui a besoin de vraies personnes pour réussir est déjà un constat.',
        dictionary:
          'Un mot du dictionnaire de l’entreprise, comme un client ou un projet : prenez un nom neutre pour la question et remettez le vrai vous-même.',
        label:
          'Un fichier dont le libellé ne peut pas partir : interrogez sur son interface et laissez son contenu où il est. Si le libellé est faux, son responsable change la politique ; personne ne la contourne.',
        plan: 'Une offre, un contrat ou un client que la politique n’admet pas : rien n’est faux dans votre texte. Prévenez votre exploitant ; recommencer n’aide pas.',
      },
    },
  },
  questions: {
    'secret-name': {
      text: 'Une requête a été refusée pour un mot de passe de base de données dans un fichier de configuration. Que faites-vous ?',
      right: 'J’ôte la valeur, je nomme la variable à la place, et je redemande',
      wrong: ['Je coupe le mot de passe sur deux lignes', 'Je l’écris en base64', 'Je le colle en image'],
      why: 'L’assistant a besoin du nom, pas de la valeur. Déguisé, le secret part quand même.',
    },
    'secret-left': {
      text: 'Un jeton figurait dans une requête refusée. Est-il parti ?',
      right: 'Non, mais s’il est dans un fichier partagé, il faut le changer quand même',
      wrong: ['Oui, le fournisseur l’a', 'Sa première moitié seulement', 'Seulement si la réponse était longue'],
      why: 'Refusé veut dire : pas un octet n’est parti. Qu’il traîne dans un fichier est une autre affaire.',
    },
    'secret-standin': {
      text: 'octroi a laissé passer une requête avec un substitut pour une clé d’API. Qu’a vu le fournisseur ?',
      right: 'Le substitut',
      wrong: ['La clé', 'La clé, chiffrée', 'Rien de la requête'],
      why: 'La valeur est retirée avant que les octets partent, et remise ici dans la réponse.',
    },
    'secret-working': {
      text: 'L’assistant demande « la vraie clé, pour essayer l’appel ». Que faire ?',
      right: 'Lancer l’essai soi-même, et montrer à l’assistant la réponse sans la clé',
      wrong: [
        'La donner, la session est courte',
        'La donner et la changer le mois prochain',
        'Donner celle d’un collègue',
      ],
      why: 'Le code s’essaie avec une clé dans l’environnement, que l’assistant ne lit jamais.',
    },
    'personal-fixture': {
      text: 'Un jeu d’essai avec des adresses de clients a été refusé. Que mettez-vous à la place ?',
      right: 'Des fiches inventées de même forme',
      wrong: ['Les mêmes fiches, noms en capitales', 'La moitié des fiches', 'Les fiches d’un autre pays'],
      why: 'Le code a besoin de la forme, pas des personnes.',
    },
    'personal-log': {
      text: 'Vous voulez de l’aide sur un journal plein d’adresses électroniques. Qu’envoyez-vous ?',
      right: 'Les quelques lignes qui comptent, adresses remplacées',
      wrong: ['Tout, ces adresses sont publiques', 'Tout, en PDF', 'Tout, en deux moitiés'],
      why: 'Moins il en part, moins il y a à trouver. Un PDF ne fait que le cacher à l’examen.',
    },
    'personal-pdf': {
      text: 'Pourquoi envoyer en image un texte refusé n’est-il pas une issue ?',
      right: 'Personne ne peut vérifier une image : elle part sans avoir été vue, et vous en répondez',
      wrong: [
        'C’en est une : une image ne contient pas de données',
        'Les images sont toujours refusées',
        'Le fournisseur ne sait pas lire les images',
      ],
      why: 'octroi compte ce qu’il ne peut pas lire. Le modèle du fournisseur, lui, le lit très bien.',
    },
    'dictionary-customer': {
      text: 'Une requête a été refusée pour le nom d’un client, qui est dans le dictionnaire de l’entreprise. Qu’est-ce qui aide ?',
      right: 'Un nom neutre dans la question, et le vrai remis par vous',
      wrong: ['Le nom écrit à l’envers', 'Le nom dans un autre alphabet', 'Retirer le nom du dictionnaire'],
      why: 'L’assistant n’a pas besoin de savoir pour qui est le code.',
    },
    'dictionary-owner': {
      text: 'Un mot courant est refusé sans cesse parce qu’il est dans le dictionnaire. Que faites-vous ?',
      right: 'Je préviens qui tient le dictionnaire, pour que l’entrée soit resserrée',
      wrong: [
        'J’évite octroi pour ces questions',
        'Je prends un compte personnel',
        'J’écris le mot avec une espace au milieu',
      ],
      why: 'Une règle qui touche à côté se corrige dans la règle.',
    },
    'label-file': {
      text: 'Un fichier dont le libellé ne peut pas partir a été refusé. Il vous faut de l’aide pour du code qui l’appelle. Qu’envoyez-vous ?',
      right: 'Les signatures que vous appelez, sans le fichier',
      wrong: ['Le fichier sous un autre nom', 'Le fichier copié dans la question', 'Le fichier en trois morceaux'],
      why: 'C’est le contenu qui porte le libellé, où qu’on le copie.',
    },
    'label-wrong': {
      text: 'Vous trouvez un fichier classé trop strictement. Qui change cela ?',
      right: 'Le responsable de la politique, par une modification relue',
      wrong: [
        'Vous, en déplaçant le fichier',
        'L’assistant, si vous le lui demandez',
        'Personne, un libellé ne change jamais',
      ],
      why: 'La politique est un fichier avec un historique. Déplacer le fichier ne fait que cacher la question.',
    },
    'plan-again': {
      text: 'Un refus dit que le client est trop ancien. Qu’est-ce qui aide ?',
      right: 'Mettre le client à jour',
      wrong: ['Renvoyer la requête', 'Une question plus courte', 'Un autre modèle'],
      why: 'Rien n’est faux dans la requête ; la renvoyer n’obtient que la même réponse.',
    },
    'plan-personal': {
      text: 'C’est urgent et octroi refuse. Un collègue propose un compte personnel. Que faire ?',
      right: 'Décliner, et demander à votre responsable : il y a une voie pour l’urgence, et elle est inscrite',
      wrong: [
        'L’utiliser pour une seule question',
        'L’utiliser et supprimer la conversation',
        'L’utiliser depuis un téléphone privé',
      ],
      why: 'Un compte personnel sort le travail de tout ce que le fournisseur a promis à l’entreprise.',
    },
  },
};
