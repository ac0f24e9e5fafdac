import type { trainingsTexts as english } from '../../en/console/trainings.ts';
import type { Translated } from '../../translated.ts';

export const trainingsTexts: Translated<typeof english> = {
  'trainings.title': 'Mes formations',
  'trainings.lead':
    'Ce qu’on apprend ici : ce qui quitte votre poste, vers qui, à quelles conditions. Vous seul voyez vos réponses.',
  'trainings.link': 'Un lien de connexion n’est à personne',
  'trainings.linkHow': 'Une formation se suit en personne : connectez-vous avec votre propre compte.',
  'trainings.list': 'Modules disponibles',
  'trainings.column.module': 'Module suivi',
  'trainings.column.state': 'État',
  'trainings.column.until': 'Vaut jusqu’à la fin du',
  'trainings.column.minutes': 'Durée',
  'trainings.minutes': 'environ {count} minutes',
  'trainings.required': 'exigé',
  'trainings.elsewhere': 'Suivi ailleurs, et inscrit par un exploitant',
  'moduleState.valid': 'valable',
  'moduleState.expiring': 'à renouveler',
  'moduleState.expired': 'expiré',
  'moduleState.missing': 'non suivi',

  'trainings.banner.in_grace':
    'L’une de vos formations est échue. Ce que vous envoyez passe encore {days} jours après son terme.',
  'trainings.banner.overdue':
    'L’une de vos formations manque ou est échue : ce que vous envoyez est refusé tant que vous ne l’avez pas suivie.',
  'trainings.banner.exempt':
    'L’une de vos formations n’est plus à jour. Ce que vous envoyez passe jusqu’au {until}, par dispense.',
  'trainings.banner.go': 'Voir mes formations',

  'training.back': 'Mes formations',
  'training.facts': '{minutes} min · version {version}',
  'training.source': 'Source du {date}',
  'training.measured': 'Mesuré le {date}',
  'training.withdrawn':
    '{count} passages sont omis : ce sur quoi ils reposent a changé, et ils sont en cours de réécriture.',
  'training.questions': 'Questions sur le module',
  'training.start': 'Répondre aux questions',
  'training.startHow': '8 questions, une bonne réponse chacune. Essais restants aujourd’hui : {left}.',
  'training.noneLeft': 'Il ne vous reste aucun essai aujourd’hui. Relisez le module, et réessayez demain.',
  'training.needed': 'Il faut {needed} bonnes réponses sur {count}.',
  'training.handIn': 'Rendre les réponses',
  'training.passed': 'Réussi : {right} sur {count} sont justes.',
  'training.failed': 'Pas réussi : {right} sur {count} sont justes, il en faut {needed}.',
  'training.again': 'Réessayer',
  'training.yourAnswer': 'votre réponse',
  'training.rightAnswer': 'juste',
  'training.statement': 'Ce que vous déclarez',
  'training.sign': 'Je le déclare',
  'training.signHow':
    'Ces mots exacts, votre pseudonyme et la version du module vont au registre. Combien de réponses étaient justes, non.',
  'training.signed': 'Déclaré. Cela vaut jusqu’à la fin du {date}.',

  'training.law': 'Pourquoi il y a une formation',
  'training.lawLead':
    'L’article 4 du règlement sur l’intelligence artificielle (règlement (UE) 2024/1689), dans ses rédactions :',
  'training.lawOld': 'Applicable depuis le 2 février 2025',
  'training.lawOldText':
    '« Les fournisseurs et les déployeurs de systèmes d’IA prennent des mesures pour garantir, dans toute la mesure du possible, un niveau suffisant de maîtrise de l’IA pour leur personnel et les autres personnes s’occupant du fonctionnement et de l’utilisation des systèmes d’IA pour leur compte, en prenant en considération leurs connaissances techniques, leur expérience, leur éducation et leur formation, ainsi que le contexte dans lequel les systèmes d’IA sont destinés à être utilisés, et en tenant compte des personnes ou des groupes de personnes à l’égard desquels les systèmes d’IA sont destinés à être utilisés. »',
  'training.lawNew': 'Modifié par l’omnibus numérique sur l’IA',
  'training.lawNewText':
    'Adopté par le Parlement le 16 juin 2026 et par le Conseil le 29 juin 2026 : les déployeurs prennent des mesures pour soutenir le développement de la maîtrise de l’IA, une obligation d’effort. Lu le 23 novembre 2026 dans des sources secondaires ; octroi n’a pas lu le texte du Journal officiel. Demandez à un conseil quelle rédaction vous lie aujourd’hui.',

  'team.title': 'Qui est formé',
  'team.lead': 'Par pseudonyme, dans cet ordre. Il n’y a ni note ni classement.',
  'team.notRequired': 'La politique n’exige pas de formation : rien n’est refusé faute d’elle.',
  'team.none': 'Il n’y a encore personne.',
  'team.person': 'Personne',
  'team.exempt': 'Peut envoyer jusqu’au',
  'team.csv': 'En CSV',
  'team.grant': 'Laisser envoyer',
  'team.grantTitle': 'Laisser quelqu’un envoyer sans formation à jour',
  'team.grantAct': 'Accorder',
  'team.grantSays':
    'Pour l’urgence : cela vaut quelques heures, et figure au registre avec son motif et votre pseudonyme.',
  'team.grantPerson': 'Qui',
  'team.grantPersonHow': 'Un nom, un pseudonyme ou un identifiant.',
  'team.grantHours': 'Heures',
  'team.grantHoursHow': 'De 1 à 72, à partir de maintenant.',
  'team.grantReason': 'Motif',
  'team.grantReasonHow': 'De 10 à 500 caractères. Il figure au registre.',
};
