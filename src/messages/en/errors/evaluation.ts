export const evaluationErrors = {
  evaluation_input_invalid: {
    text: 'The evaluation has faults: {count}.{faults}',
    hint: 'Mend them in the file, all at once, and run it again. The guide “Decide on zero retention” has a whole file.',
  },
  evaluation_choice_missing: {
    text: 'Nothing was chosen for: {labels}.',
    hint: 'Choose an option for each class of the file, as in `--choose confidential=zdr`.',
  },
  evaluation_choice_unknown: {
    text: '{label}={option} is no choice.',
    hint: 'Here it can be: {options}.',
  },
  evaluation_words_invalid: {
    text: 'A decision needs {field}, of {least} to {most} characters on one line.',
    hint: 'Say it in the words of those who decide. For dpoOpinion: favourable, with_reservations or unfavourable.',
  },
  evaluation_expiry_invalid: {
    text: 'A decision holds to a day after {after}, and to {last} at most.',
    hint: 'Choose the day on which somebody looks at it again: within a year, since its record is sure to be kept so long.',
  },
  evaluation_unknown: {
    text: 'There is no decision about {evaluation}.',
    hint: 'See those there are with: octroi evaluation show',
  },
  evaluation_zdr_not_offered: {
    text: 'By the catalogue the vendor offers no zero retention with {plan}.',
    hint: 'Choose another option, or evaluate a plan that has it: octroi evaluation vendors --weight zdr=1',
  },
  evaluation_weight_invalid: {
    text: '{weight} is no weight.',
    hint: 'A criterion and a number from 0 to 999, as in `--weight zdr=3`. Criteria: {criteria}.',
  },
} as const;
