import type { commercialOrConsumer as english } from '../../en/training/commercial-or-consumer.ts';
import type { Translated } from '../../translated.ts';

export const commercialOrConsumer: Translated<typeof english> = {
  title: 'Commercial ou grand public ?',
  summary:
    'Quels comptes peuvent servir au travail, ce que chacun permet au fournisseur, et comment repérer la mauvaise connexion.',
  sections: {
    account: {
      title: 'C’est le compte qui décide, pas le programme',
      paragraphs: {
        same: 'Le même programme envoie les mêmes octets, quel que soit le compte connecté. Ce que le fournisseur peut en faire dépend de l’offre derrière ce compte : ses conditions, sa conservation, ses engagements.',
        families:
          'Il y a deux familles d’offres. Les offres commerciales sont écrites pour des organisations : Claude Team, Claude Enterprise, l’API, et Claude chez un fournisseur de cloud comme Amazon Bedrock.',
        consumer:
          'Les offres grand public sont écrites pour des particuliers : Claude Free, Pro et Max. Que quelqu’un paie Pro ou Max, ou que l’entreprise rembourse, n’y change rien : les conditions sont celles du particulier.',
        rumour:
          'Une règle que vous avez pu lire, selon laquelle Pro et Max conviendraient au code parce qu’ils n’entraînent pas, est périmée : {claim:no-training-pro-max}',
      },
    },
    models: {
      title: 'Qui en entraîne des modèles',
      paragraphs: {
        commercial:
          'Claude Team, Enterprise et l’API – des modèles sont-ils entraînés sur ce que vous envoyez ? {anth-com-training}.',
        consumer:
          'Claude Free, Pro et Max – des modèles sont-ils entraînés sur ce que vous envoyez ? {anth-con-training}. L’interrupteur est dans les réglages personnels du compte : personne au travail n’en voit la position.',
        despite:
          'Même après un refus, une offre grand public entraîne encore sur : {anth-con-flagged} ; {anth-con-fb}. Un pouce levé ou baissé emporte la conversation avec lui.',
        cloud: 'Claude par Amazon Bedrock, Google Cloud ou Microsoft Foundry – entraînement ? {anth-cloud-training}.',
      },
    },
    kept: {
      title: 'Combien de temps c’est conservé',
      paragraphs: {
        api: 'Durée de conservation de ce qui passe par l’API, le chemin que prend octroi : {anth-api-30}.',
        consumer:
          'Sur une offre grand public, la même question et sa réponse sont conservées, entraînement désactivé : {anth-con-30d} ; entraînement activé : {anth-con-5y}.',
        chats:
          'Conversations des applications Team et Enterprise, qui ne passent pas par octroi, conservées : {anth-chats}, sauf durée fixée par l’entreprise.',
        zdr: 'Rétention nulle avec l’API : {anth-zdr-api}. Avec Free, Pro, Max et Team : {anth-zdr-none}. Si votre entreprise en bénéficie, c’est écrit dans son contrat et non dans le programme.',
      },
    },
    rights: {
      title: 'Ce sur quoi l’entreprise peut compter, et qui voit quoi',
      paragraphs: {
        business: 'Usage professionnel selon les conditions grand public pour l’Europe : {anth-con-nocom}.',
        indemnity:
          'Si un tiers soutient qu’une réponse viole ses droits, le fournisseur prend-il la défense ? Offres commerciales : {anth-com-indem} ; offres grand public : {anth-con-indem}.',
        vendor:
          'Quelle que soit l’offre, les systèmes du fournisseur lisent ce que vous envoyez, et des personnes peuvent regarder ce qui a été signalé comme abus, conservé : {anth-flagged-2y}.',
        company:
          'Avec une offre commerciale, votre entreprise peut administrer les comptes, exporter, supprimer. Avec un compte personnel, rien de tout cela : elle ne peut même pas demander ce qui a été envoyé.',
        domain:
          'Un compte personnel ouvert avec votre adresse professionnelle : {anth-con-domain}. Ce qu’il contient n’en reste pas privé pour autant.',
        octroi:
          'octroi garde une déclaration de chaque échange : sortes de parties, octets, nature de ce qui a été trouvé de sensible. Jamais une valeur trouvée ; et dans sa console vous êtes un pseudonyme.',
      },
    },
    recognise: {
      title: 'Comment repérer la mauvaise connexion',
      paragraphs: {
        through:
          'Par octroi, vous ne vous connectez jamais au fournisseur. Le client se connecte à octroi, à l’adresse de votre entreprise, et octroi ajoute l’identifiant de l’entreprise.',
        signs:
          'Voici donc les signes d’une mauvaise connexion : un navigateur qui ouvre claude.ai au démarrage du client ; un `/status` qui nomme une adresse personnelle, ou Pro ou Max ; une limite hebdomadaire de formule qu’on vous annonce.',
        token:
          'Et celui-ci, dans un profil de shell ou un secret d’intégration continue : CLAUDE_CODE_OAUTH_TOKEN. {variable:claude-code/CLAUDE_CODE_OAUTH_TOKEN}',
        refused:
          'octroi refuse les identifiants personnels avant de lire ce que vous envoyez. Un tel refus n’est pas une panne : `/logout`, puis reconnectez-vous à l’adresse de la passerelle de votre entreprise.',
        late: 'Si du travail est bien parti par un compte personnel : arrêtez, n’y modifiez rien, et prévenez la sécurité le jour même – quand, quel compte, quoi. Ce qui est dit tôt peut encore être limité ; ce qui est découvert plus tard, non.',
      },
    },
  },
  questions: {
    'paid-max': {
      text: 'Vous payez Claude Max et votre entreprise vous rembourse. De quelles conditions relève ce que vous envoyez ?',
      right: 'Des conditions grand public : Max est une offre pour particuliers',
      wrong: [
        'Des conditions commerciales, puisque l’entreprise paie',
        'Des conditions commerciales, puisque l’offre est payante',
        'De celles de l’ordinateur : un poste de l’entreprise rend l’usage commercial',
      ],
      why: 'C’est l’offre qui décide. Qui paie, et sur quelle machine, n’y change rien.',
    },
    'what-decides': {
      text: 'Qu’est-ce qui décide de ce que le fournisseur peut faire du code que vous envoyez ?',
      right: 'L’offre derrière le compte ou l’identifiant avec lequel il est envoyé',
      wrong: [
        'Le programme : Claude Code est toujours commercial',
        'La licence du dépôt',
        'Le réseau : depuis le bureau, c’est commercial',
      ],
      why: 'Le même programme envoie les mêmes octets avec chaque compte ; les conditions tiennent à l’offre.',
    },
    'team-training': {
      text: 'Claude Team : des modèles sont-ils entraînés sur ce que vous envoyez ?',
      right: 'Non',
      wrong: ['Oui, sauf si quelqu’un s’y oppose', 'Oui, toujours', 'Seulement hors d’Europe'],
      why: 'C’est ce que disent les conditions commerciales ; un retour envoyé exprès est traité à part.',
    },
    'pro-training': {
      text: 'Une collègue utilise Claude Code avec Claude Pro et n’a jamais touché un réglage. Des modèles peuvent-ils être entraînés dessus ?',
      right: 'Oui, tant qu’elle ne s’y est pas opposée',
      wrong: [
        'Non, l’offre est payante',
        'Non, Claude Code en est exclu',
        'Seulement sur les conversations du navigateur',
      ],
      why: 'Les offres grand public entraînent sauf opposition, et Claude Code utilisé avec un tel compte en fait partie.',
    },
    'api-days': {
      text: 'Combien de temps ce qui passe par l’API est-il conservé ?',
      right: '{anth-api-30}',
      wrong: ['{anth-con-5y}', 'jusqu’à la fin du contrat', 'une heure'],
      why: 'C’est la durée pour l’API ; ce qui est signalé comme abus est conservé plus longtemps.',
    },
    'consumer-years': {
      text: 'Sur une offre grand public, entraînement activé, combien de temps une conversation est-elle conservée ?',
      right: '{anth-con-5y}',
      wrong: ['une semaine', 'un an', 'pas du tout'],
      why: 'Activer l’entraînement allonge aussi la conservation.',
    },
    'opted-out': {
      text: 'Quelqu’un sur Pro s’est opposé à l’entraînement. Qu’est-ce qui peut encore y servir ?',
      right: 'Ce qui a été signalé, et les retours envoyés',
      wrong: ['Rien du tout', 'Tout ce qui part en semaine', 'Les noms de fichiers seulement'],
      why: 'Les conditions grand public en font deux exceptions au refus.',
    },
    indemnity: {
      text: 'Un tiers revendique des droits sur du code écrit par un assistant. Qui le fournisseur défend-il ?',
      right: 'Les clients des offres commerciales, sous conditions',
      wrong: [
        'Tout le monde, sans condition',
        'Seulement les utilisateurs de Pro et Max',
        'Quiconque a accepté la réponse dans l’éditeur',
      ],
      why: 'Les offres grand public n’ont pas de garantie ; la garantie commerciale exclut entre autres les réponses modifiées ou combinées.',
    },
    'business-use': {
      text: 'Que disent les conditions grand public pour l’Europe de l’usage au travail ?',
      right: 'Il est interdit',
      wrong: [
        'Il est permis avec les offres payantes',
        'Il est permis à moins de 10 personnes',
        'Elles n’en parlent pas',
      ],
      why: 'Un compte personnel au travail enfreint donc ses propres conditions, quoi qu’il fasse d’autre.',
    },
    'zdr-team': {
      text: 'Votre équipe est sur Claude Team. Peut-on convenir pour elle d’une rétention nulle ?',
      right: 'Non, pas avec cette offre',
      wrong: ['Elle est déjà active', 'Oui, chacun l’active pour soi', 'Oui, par une variable du programme'],
      why: 'Elle se convient par contrat, pour les offres qui l’ont, et par organisation.',
    },
    'browser-opens': {
      text: 'Vous démarrez le client et un navigateur ouvre claude.ai. Qu’en déduisez-vous ?',
      right: 'Il ne se connecte pas par octroi : fermez-le et prenez l’adresse de la passerelle',
      wrong: ['Rien, toute connexion commence là', 'Que votre mot de passe a expiré', 'Qu’octroi se met à jour'],
      why: 'Par octroi, on se connecte à l’adresse de son entreprise et jamais au fournisseur.',
    },
    'oauth-token': {
      text: 'Dans les secrets d’une tâche d’intégration continue, vous trouvez CLAUDE_CODE_OAUTH_TOKEN. Qu’est-ce ?',
      right: 'Le jeton d’un abonnement personnel : on l’enlève, et octroi le refuse',
      wrong: [
        'La clé d’API de l’entreprise sous son nouveau nom',
        'Un jeton qui coupe la télémétrie',
        'Rien de grave : ces tâches n’envoient pas de code',
      ],
      why: 'Il représente une offre grand public. L’identifiant de l’entreprise n’est que dans octroi.',
    },
    bedrock: {
      text: 'Claude par Amazon Bedrock : quelle famille ?',
      right: 'Commerciale',
      wrong: ['Grand public', 'Aucune : les modèles n’y ont pas de conditions', 'Cela dépend de qui paie la facture'],
      why: 'Il est acheté par une organisation, aux conditions que le fournisseur de cloud a pour les organisations.',
    },
    'refused-credential': {
      text: 'octroi refuse une requête parce que l’identifiant est personnel. Qu’est-ce qui est parti de son contenu ?',
      right: 'Rien : elle a été refusée avant que le contenu soit lu',
      wrong: ['Tout, seule la réponse a été retenue', 'La première page', 'Les noms de fichiers, pas les contenus'],
      why: 'Les identifiants grand public sont refusés sur les seuls en-têtes.',
    },
  },
};
