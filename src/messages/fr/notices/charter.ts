import type { noticeCharter as english, noticeCharterLists as englishLists } from '../../en/notices/charter.ts';
import type { Translated } from '../../translated.ts';

export const noticeCharter: Translated<typeof english> = {
  'charter.heading.principle': 'Le principe',
  'charter.principle':
    'Au travail, les assistants de code par IA s’utilisent sous les contrats de l’organisation et par octroi, et d’aucune autre façon. C’est le compte qui décide, non le programme.',
  'charter.heading.accounts': 'Quels comptes et quelles offres',
  'charter.contract': '{name} : {plan}',
  'charter.contract.ends': 'jusqu’au {on}',
  'charter.contract.zdr': 'rétention nulle convenue depuis le {since}, par {document}',
  'charter.contract.optOut': 'entraînement refusé depuis le {since}, par {document}',
  'charter.contract.over': 'PAS en vigueur ce jour',
  'charter.contract.review': 'sa revue est en retard depuis le {on} : ce qui a été convenu compte pour inconnu',
  'charter.contract.owner': 'en répond : {owner}',
  'charter.otherPlans':
    'Une offre qui ne figure pas ci-dessus ne sert pas au travail, même commerciale, tant que l’organisation n’a pas de contrat pour elle.',
  'charter.heading.forbidden': 'Ce qui est interdit : produits gratuits et grand public',
  'charter.forbidden':
    'Les produits vendus aux particuliers sont interdits au travail, gratuits ou payants, sur toute machine, même si l’organisation rembourse. Ce que disent leurs conditions, et où cela a été lu :',
  'charter.forbidden.none': 'Le catalogue ne connaît aucun produit grand public ce jour.',
  'charter.heading.tools': 'Quels outils',
  'charter.tools': 'Ces programmes peuvent être dirigés vers octroi et relèvent d’un fournisseur ci-dessus :',
  'charter.tools.none':
    'On ne connaît pas de programme qui relève d’un contrat ci-dessus et puisse être dirigé vers octroi : à remplir.',
  'charter.tool': '{name}, par {by}',
  'charter.tool.minimum': '{name}, à partir de la version {version}, par {by}',
  'charter.otherTools':
    'D’autres assistants ne s’utilisent pas tant que quelqu’un ne les a pas mis sous contrat et derrière octroi.',
  'charter.heading.labels': 'Quelles données',
  'charter.labels':
    'Tout ce qui est envoyé porte une étiquette, selon son chemin et selon ce qui s’y trouve. La plus stricte compte.',
  'charter.heading.ways': 'Ce qui peut partir, et d’où',
  'charter.heading.duties': 'Ce que fait chacun',
  'charter.heading.refused': 'Quand octroi refuse',
  'charter.heading.training': 'Formation',
  'charter.heading.force': 'Comment cette charte entre en vigueur',
  'charter.force':
    'En France, une charte qui pose des règles et des sanctions relève du règlement intérieur et de sa procédure (Code du travail, L.1321-4 et L.1321-5). Quelles sanctions, et à partir de quel jour : {toFillIn}.',
};

export const noticeCharterLists: Translated<typeof englishLists> = {
  'charter.duties': [
    'Se connecter par octroi seulement ; ne jamais mettre une clé ou un jeton de son propre compte dans un profil, un secret d’intégration continue ou un éditeur.',
    'Donner à l’assistant ce que la tâche demande, et pas plus : il lit au-delà des fichiers que l’on nomme.',
    'Employer des données fictives à la place de données de personnes.',
    'Lire ce qu’il écrit avant de l’exécuter, de l’inscrire au dépôt ou de le transmettre : l’auteur en répond, non le programme.',
    'Ne pas donner d’avis sur une réponse (pouces, signalements) avec du contenu de l’organisation : il emporte la conversation.',
  ],
  'charter.refused': [
    'Lire ce qu’il dit : il nomme ce qu’il faut retirer et quoi taper ensuite.',
    'Ne pas le contourner par un autre compte, outil ou réseau : c’est de cela que le refus protège.',
    'Un secret qui est bien parti est changé le jour même.',
    'Si du travail est parti par un compte personnel : arrêter, n’y rien modifier, et prévenir la sécurité le jour même : quand, quel compte, quoi.',
  ],
};
