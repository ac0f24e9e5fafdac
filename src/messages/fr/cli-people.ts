import type { cliPeople as english } from '../en/cli-people.ts';
import type { Translated } from '../translated.ts';

export const cliPeople: Translated<typeof english> = {
  'personGrant.summary': 'Donner un rôle à une personne',
  'personGrant.notes':
    'PERSON est un nom, un pseudonyme ou un identifiant. ROLE est un mot que votre politique demande (principal.roles), de 1 à\n32 lettres minuscules, chiffres et traits d’union ; ou l’un de ceux d’octroi pour sa console : octroi-admin (tout),\noctroi-security (politique, clés, contrats), octroi-dpo (conservation, gels, effacement, demandes, noms), octroi-auditor\n(lit tout, ne change rien), octroi-lead (qui est formé, dispenses). Il vaut dès la requête suivante, jusqu’à `octroi person revoke`.',
  'personGrant.done': 'octroi : {person} a désormais le rôle {role}.',
  'personRevoke.summary': 'Retirer un rôle à une personne',
  'personRevoke.done': 'octroi : {person} n’a plus le rôle {role}.',
  'trainingRecord.summary': 'Noter qu’une personne a suivi une formation',
  'trainingRecord.notes':
    'PERSON est un nom, un pseudonyme ou un identifiant. La formation vaut jusqu’à la fin du jour donné (UTC) ; une personne dont\nla formation n’était plus à jour passe dès la requête suivante. Noter un module de nouveau remplace ce qui l’était avant.\nSi une formation est exigée, et combien de temps elle vaut encore après, la politique le dit (training).',
  'trainingRecord.done': 'octroi : {person} a suivi {module}, valable jusqu’au {validUntil}.',
  'trainingList.summary': 'Énumérer les formations suivies, par pseudonyme',
  'trainingList.none':
    'octroi : aucune formation n’est encore notée. Notez-en une avec : octroi training record PERSON',
  'trainingList.columns': 'PERSONNE|MODULE|VALABLE JUSQU’AU|NOTÉE|PREUVE',
  'option.module': 'le module suivi, par exemple ai-basics',
  'option.valid-until': 'le jour jusqu’à la fin duquel elle vaut, par exemple 2027-06-30',
  'option.document': 'où se trouve la preuve : un numéro ou une adresse',
};
