import type { trainingErrors as english } from '../../en/errors/training.ts';
import type { Translated } from '../../translated.ts';

export const trainingErrors: Translated<typeof english> = {
  training_module_invalid: {
    text: 'Un module se nomme par 1 à 64 lettres minuscules, chiffres, points, tirets bas et traits d’union.',
    hint: 'Par exemple : `--module ai-basics`.',
  },
  training_day_invalid: { text: 'Ce jour n’existe pas.', hint: 'Par exemple : `--valid-until 2027-06-30`.' },
  training_document_invalid: {
    text: 'Une référence à la preuve compte de 1 à 300 caractères, sans caractère de contrôle.',
    hint: 'Donnez le numéro ou l’adresse où se trouve la preuve.',
  },
};
