import type { trainingErrors as english } from '../../en/errors/training.ts';
import type { Translated } from '../../translated.ts';

export const trainingErrors: Translated<typeof english> = {
  training_module_invalid: {
    text: 'Ce n’est pas un nom de module.',
    hint: 'Jusqu’à 64 lettres minuscules, chiffres, `.`, `_` et `-`, par exemple `ai-basics`.',
  },
  training_module_unknown: {
    text: 'octroi ne donne pas de module {module}.',
    hint: 'Choisissez l’un de ceux de la page « Mes formations ».',
  },
  training_day_invalid: { text: 'Ce jour n’existe pas.', hint: 'Par exemple : `--valid-until 2027-06-30`.' },
  training_document_invalid: {
    text: 'Cela ne désigne aucune preuve.',
    hint: 'Un numéro ou une adresse, sur une ligne, de 300 caractères au plus.',
  },
  training_attempts_spent: {
    text: 'Vous avez essayé ce module {attempts} fois en 24 heures.',
    hint: 'Relisez-le, et réessayez demain.',
  },
  training_attempt_unknown: { text: 'Vous n’avez pas d’essai de ce nom.', hint: 'Recommencez les questions.' },
  training_attempt_over: { text: 'Cet essai a déjà été rendu.', hint: 'Recommencez les questions.' },
  training_attempt_not_passed: {
    text: 'Trop peu de réponses de cet essai étaient justes.',
    hint: 'Relisez le module, et réessayez.',
  },
  training_module_changed: {
    text: 'Le module a changé depuis que vous avez commencé.',
    hint: 'Lisez ce qui est nouveau, et recommencez les questions.',
  },
  training_statement_other: {
    text: 'La déclaration a changé depuis que vous l’avez lue.',
    hint: 'Rechargez la page, relisez la déclaration, et signez celle-là.',
  },
  training_hours_invalid: {
    text: 'Une dispense vaut de 1 à {most} heures.',
    hint: 'Prenez le temps qu’il faut pour suivre la formation.',
  },
  training_reason_invalid: {
    text: 'Une dispense demande un motif.',
    hint: 'Dites pourquoi en 10 à 500 caractères, sur une ligne. Il figure au registre.',
  },
  training_store_address_invalid: {
    text: 'Ce n’est pas l’adresse d’un entrepôt de traces d’apprentissage (LRS).',
    hint: 'Donnez son adresse https, comme `--lrs https://lrs.example/xapi` ; http pour cette machine seulement.',
  },
  training_store_refused: {
    text: 'L’entrepôt de traces n’a pas pris les déclarations : {answer}.',
    hint: 'Vérifiez son adresse et son identifiant, puis renvoyez : ce qu’il a déjà, il ne le prendra pas deux fois.',
  },
};
