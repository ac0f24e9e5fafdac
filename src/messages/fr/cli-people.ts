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
  'trainingMatrix.summary': 'Montrer qui est formé, par personne et module',
  'trainingMatrix.notes':
    'Les personnes figurent par pseudonyme, dans cet ordre ; il n’y a pas de note. Les modules sont ceux de la politique\n(training.modules), ou ceux d’octroi si elle n’en nomme pas.',
  'trainingMatrix.columns': 'PERSONNE|PEUT ENVOYER JUSQU’À',
  'trainingState.valid': 'valable',
  'trainingState.expiring': 'à renouveler',
  'trainingState.expired': 'expiré',
  'trainingState.missing': 'manquant',
  'trainingRemind.summary': 'Énumérer qui relancer pour quel module, en lignes JSON',
  'trainingRemind.notes':
    'octroi n’écrit lui-même à personne : donnez ces lignes à ce qui envoie les messages de votre entreprise. Chacune porte\nl’identifiant et le pseudonyme, le module, son état, le jour jusqu’auquel il vaut, une phrase et une adresse.',
  'trainingRemind.none': 'octroi : personne n’est à relancer.',
  'trainingRemind.expiring': 'Votre formation {module} vaut jusqu’à la fin du {day} : renouvelez-la.',
  'trainingRemind.expired': 'Votre formation {module} a valu jusqu’à la fin du {day} : suivez-la de nouveau.',
  'trainingRemind.missing': 'Vous n’avez pas encore suivi la formation {module}.',
  'trainingGrant.summary': 'Laisser une personne envoyer quelques heures sans formation à jour',
  'trainingGrant.notes':
    'PERSON est un nom, un pseudonyme ou un identifiant. Cela vaut de 1 à 72 heures à partir de maintenant ; que cela a été\naccordé, et pourquoi, figure au registre. Les réponses portent alors l’en-tête x-octroi-notice: training_exempt.',
  'trainingGrant.done': 'octroi : {person} peut envoyer jusqu’à {until}.',
  'trainingExport.summary': 'Sortir les formations : en CSV, en déclarations xAPI, ou le cours en paquet cmi5',
  'trainingExport.notes':
    'FORMAT vaut csv (qui est formé), xapi (une déclaration par attestation, sur la sortie standard ou, avec --lrs, vers un\nentrepôt de traces d’apprentissage, dont clé:secret se lit sur l’entrée standard) ou cmi5 (les modules à lire, pour votre\nLMS ; --out nomme le fichier). Au-dehors, une personne est un compte à son pseudonyme.',
  'trainingExport.sent': 'octroi : {count} déclarations envoyées.',
  'trainingExport.course': 'octroi : le cours est dans {file}.',
  'option.hours': 'pour combien d’heures, de 1 à 72',
  'option.lrs': 'l’adresse xAPI d’un entrepôt de traces d’apprentissage',
  'option.module': 'le module suivi, par exemple ai-basics',
  'option.valid-until': 'le jour jusqu’à la fin duquel elle vaut, par exemple 2027-06-30',
  'option.document': 'où se trouve la preuve : un numéro ou une adresse',
};
