import type { trainingFrame as english } from '../../en/training/frame.ts';
import type { Translated } from '../../translated.ts';

export const trainingFrame: Translated<typeof english> = {
  statement:
    'J’ai lu le module « {title} » dans sa version {version} et j’ai répondu moi-même à ses questions. Je n’utilise au travail que les comptes et les chemins que mon entreprise m’a donnés, je regarde ce qui part avant que cela parte, et je signale une erreur le jour même.',
  loginNotice: 'Pour envoyer, votre formation aux assistants d’IA doit être à jour : {address}',
  packageGo:
    'Les questions et l’attestation sont à l’adresse {address} : c’est là qu’elles sont notées, et non dans ce cours.',
  packageDone: 'J’ai lu cela',
  years: '{count} ans',
  numbers: 'Dans votre entreprise, en nombres',
  numbersPeriod: 'Entre le {from} et le {until}, {count} échanges de {persons} personnes ont été refusés.',
  numbersKind: '{kind} : {count} échanges',
  numbersReason: 'Pour la raison {reason} : {count} échanges',
  numbersFew:
    'Rien n’est encore dit : des nombres ne sont montrés que s’ils viennent de {least} personnes au moins, pour que nul n’y soit reconnu.',
};
