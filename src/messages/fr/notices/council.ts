import type { noticeCouncil as english, noticeCouncilLists as englishLists } from '../../en/notices/council.ts';
import type { Translated } from '../../translated.ts';

export const noticeCouncil: Translated<typeof english> = {
  'council.heading.subject': 'De quoi le comité est informé et sur quoi il est consulté',
  'council.subject':
    '{organization} place octroi entre les postes et les assistants de code par IA. Il inscrit quelles requêtes ont été envoyées et par qui : c’est donc aussi un moyen par lequel une activité pourrait être surveillée. Cette note dit à quoi il sert, ce qu’il peut, ce qu’il ne fait pas, et ce qui reste ouvert.',
  'council.heading.purposes': 'Finalités',
  'council.purposes.limit':
    'Les enregistrements servent à ces finalités. Les employer à une autre, comme juger le travail de quelqu’un, est un autre traitement, avec sa propre information et sa propre consultation.',
  'council.heading.means': 'Moyens',
  'council.heading.data': 'Ce qui est inscrit, et pour combien de temps',
  'council.heading.access': 'Qui y a accès',
  'council.heading.not': 'Ce qui n’est pas fait',
  'council.heading.proportion': 'Proportionnalité',
  'council.columns.proportion': 'Mesure|Pourquoi elle est nécessaire|Ce qui a été fait pour l’alléger',
  'council.heading.effects': 'Effets sur le travail',
  'council.heading.vendor': 'Qui reçoit ce qui est envoyé',
  'council.heading.changes': 'Comment le comité apprend un changement',
  'council.changes':
    'Tout changement de la politique est inscrit avec son jour. Cette note est récrite à partir d’elle ; `octroi notice diff` montre chaque paragraphe qui n’est plus celui de la note remise au comité. C’est cette différence qui lui est présentée.',
  'council.heading.open': 'À régler',
};

export const noticeCouncilLists: Translated<typeof englishLists> = {
  'council.not': [
    'Aucun classement de personnes ou d’équipes, aucun compte de lignes ou de requêtes par personne, aucune note du travail de quiconque. Un essai à un module de formation a un résultat ; les listes de formations ne le montrent pas.',
    'Aucun contenu de question ou de réponse n’est gardé, sauf si une capture nommée sous « Ce qui est inscrit » est approuvée par deux personnes.',
    'Aucun nom à l’écran sans deux personnes, un motif et une inscription.',
    'Ni frappes, ni écrans, ni lieux, ni horaires ; les instants des requêtes sont inscrits, et ne sont pas exploités comme temps de travail.',
    'Aucune décision sur une personne prise par une machine.',
    'Aucun usage des enregistrements hors sécurité et protection des données : aucune vue de la console ni aucun état n’est fait pour cela.',
  ],
  'council.proportion': [
    'Lecture de chaque requête|On ne trouve un secret ou des données de personnes qu’en regardant|En mémoire et par règles, non par une personne ; pas plus longtemps que la conversation ne l’exige',
    'Une inscription par requête|Pour montrer ce qui est parti, et retrouver un incident|Sortes, tailles et étiquettes au lieu du contenu ; empreintes à clé au lieu des valeurs',
    'Inscription par personne|Demandes de personnes, formation et incidents demandent de savoir à qui elles sont|Pseudonymes ; deux personnes pour un nom ; effacement par personne, avec certificat',
    'Durées|Un incident se voit souvent des mois plus tard|Des jours par classe, dans des bornes qui ont leurs sources ; un balayage chaque heure efface ce qui est échu',
    'Refus immédiats|Ce qui est parti ne se reprend pas|Le refus dit quoi retirer ; un remplacement au lieu d’un refus là où il suffit',
  ],
  'council.open': [
    'Si le comité rend son avis avec l’aide d’un expert, et pour quand.',
    'Si les enregistrements peuvent un jour servir dans une affaire disciplinaire, et selon quelle procédure.',
    'Qui tient les rôles nommés ci-dessus, et combien ils sont.',
    'Quand les chiffres des noms levés (demandes, motifs, refus) sont montrés au comité.',
    'Comment le personnel est informé : la notice, par quelle voie, avant quel jour.',
  ],
  'council.law': [
    'Code du travail, L.2312-38 : le comité est informé et consulté, avant la décision, sur les moyens permettant un contrôle de l’activité des salariés.',
    'Code du travail, L.2312-8 : consultation sur l’introduction de nouvelles technologies.',
    'Règlement sur l’IA (règlement (UE) 2024/1689), article 26, paragraphe 7 : information des travailleurs lorsqu’un système à haut risque est utilisé au travail ; un assistant de code n’en est normalement pas un.',
  ],
};
