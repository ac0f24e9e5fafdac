import { useId } from 'react';
import { dpoOpinionNames, evaluationOptions } from '../../../console-api/evaluation-contract.ts';
import { decideEvaluation } from '../../api/evaluation-queries.ts';
import { useEvaluationWords } from '../../language/use-evaluation-words.ts';
import { useWords } from '../../language/use-words.ts';
import { ActDialog, TextField, textIn } from '../../pieces/act-dialog.tsx';

type DecideProps = {
  /** The input file's text, which is evaluated again as it is decided on. */
  readonly text: string;
  readonly evaluation: string;
  readonly labels: readonly string[];
  readonly onClose: () => void;
};

/** Asks for a choice for each class and for what a decision must say, and records it. */
export function DecideDialog({ text, evaluation, labels, onClose }: DecideProps) {
  const { say } = useWords();
  const words = useEvaluationWords();
  const decide = (form: FormData): Promise<unknown> =>
    decideEvaluation({
      text,
      choice: Object.fromEntries(labels.map((label, index) => [label, textIn(form, `choice-${index}`)])),
      residualRisk: textIn(form, 'residualRisk'),
      dpoOpinion: textIn(form, 'dpoOpinion'),
      dpoReasons: textIn(form, 'dpoReasons'),
      decider: textIn(form, 'decider'),
      expiresOn: textIn(form, 'expiresOn'),
    });
  return (
    <ActDialog
      title={say('evaluation.decideTitle', { evaluation })}
      act={say('evaluation.decideAct')}
      onAct={decide}
      onClose={onClose}
    >
      {labels.map((label, index) => (
        <Select
          key={label}
          name={`choice-${index}`}
          label={say('evaluation.optionFor', { label })}
          options={evaluationOptions.map((name) => ({ name, text: words.option(name) }))}
        />
      ))}
      <TextField name="residualRisk" label={say('evaluation.residual')} how={say('evaluation.residualHow')} />
      <Select
        name="dpoOpinion"
        label={say('evaluation.dpo')}
        options={dpoOpinionNames.map((name) => ({ name, text: words.opinion(name) }))}
      />
      <TextField name="dpoReasons" label={say('evaluation.dpoReasons')} how={say('evaluation.dpoReasonsHow')} />
      <TextField name="decider" label={say('evaluation.decider')} how={say('evaluation.deciderHow')} />
      <TextField name="expiresOn" label={say('evaluation.expires')} how={say('evaluation.expiresHow')} type="date" />
    </ActDialog>
  );
}

type SelectProps = {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly name: string; readonly text: string }[];
};

// Nothing is chosen beforehand: neither an option nor what an officer thinks.
function Select({ name, label, options }: SelectProps) {
  const { say } = useWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} required defaultValue="">
        <option value="" disabled>
          {say('evaluation.choose')}
        </option>
        {options.map((option) => (
          <option key={option.name} value={option.name}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
