import type { evaluationErrors as english } from '../../en/errors/evaluation.ts';
import type { Translated } from '../../translated.ts';

export const evaluationErrors: Translated<typeof english> = {
  evaluation_input_invalid: {
    text: 'L’évaluation comporte des fautes : {count}.{faults}',
    hint: 'Corrigez-les toutes dans le fichier, puis relancez. Le guide « Decide on zero retention » contient un fichier complet.',
  },
  evaluation_choice_missing: {
    text: 'Rien n’a été choisi pour : {labels}.',
    hint: 'Choisissez une option pour chaque classe du fichier, par exemple `--choose confidential=zdr`.',
  },
  evaluation_choice_unknown: {
    text: '{label}={option} n’est pas un choix.',
    hint: 'Ici sont possibles : {options}.',
  },
  evaluation_words_invalid: {
    text: 'Une décision demande {field}, de {least} à {most} caractères sur une ligne.',
    hint: 'Dites-le dans les mots de ceux qui décident. Pour dpoOpinion : favourable, with_reservations ou unfavourable.',
  },
  evaluation_expiry_invalid: {
    text: 'Une décision vaut jusqu’à un jour postérieur au {after}, et au plus tard jusqu’au {last}.',
    hint: 'Choisissez le jour où quelqu’un la réexaminera : dans l’année, puisque son enregistrement est sûr d’être conservé jusque-là.',
  },
  evaluation_unknown: {
    text: 'Il n’y a pas de décision sur {evaluation}.',
    hint: 'Affichez celles qui existent avec : octroi evaluation show',
  },
  evaluation_zdr_not_offered: {
    text: 'D’après le catalogue, le fournisseur n’offre pas de rétention zéro avec {plan}.',
    hint: 'Choisissez une autre option, ou évaluez une offre qui l’a : octroi evaluation vendors --weight zdr=1',
  },
  evaluation_weight_invalid: {
    text: '{weight} n’est pas un poids.',
    hint: 'Un critère et un nombre de 0 à 999, par exemple `--weight zdr=3`. Critères : {criteria}.',
  },
};
