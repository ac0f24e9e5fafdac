import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type {
  AnswersForm,
  AttemptView,
  ModuleView,
  QuestionView,
  ScoredView,
} from '../../../console-api/training-contract.ts';
import { call } from '../../api/call.ts';
import { useWords } from '../../language/use-words.ts';
import { FormFault } from '../../pieces/form-fault.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { Declaring } from './declaring.tsx';
import { Scored } from './scored.tsx';

type Step =
  | { readonly kind: 'reading' }
  | { readonly kind: 'asked'; readonly attempt: AttemptView }
  | { readonly kind: 'scored'; readonly attemptId: string; readonly scored: ScoredView };

/** The questions of a module: begun, answered, scored by the server, and then declared. */
export function Questions({ view }: { readonly view: ModuleView }) {
  const { say } = useWords();
  const [step, setStep] = useState<Step>({ kind: 'reading' });
  const begin = (attempt: AttemptView): void => setStep({ kind: 'asked', attempt });
  return (
    <section className="questions">
      <h2>{say('training.questions')}</h2>
      {step.kind === 'reading' ? <Begin view={view} act={say('training.start')} onBegun={begin} /> : null}
      {step.kind === 'asked' ? (
        <Asked
          attempt={step.attempt}
          onScored={(scored) => setStep({ kind: 'scored', attemptId: step.attempt.id, scored })}
        />
      ) : null}
      {step.kind === 'scored' ? (
        <Scored scored={step.scored}>
          {step.scored.isPassed ? (
            <Declaring attemptId={step.attemptId} statement={view.statement} />
          ) : (
            <Begin view={view} act={say('training.again')} onBegun={begin} />
          )}
        </Scored>
      ) : null}
    </section>
  );
}

type BeginProps = {
  readonly view: ModuleView;
  readonly act: string;
  readonly onBegun: (attempt: AttemptView) => void;
};

function Begin({ view: { id, attemptsLeft }, act, onBegun }: BeginProps) {
  const { say } = useWords();
  const beginning = useMutation({
    mutationFn: () => call<AttemptView>(`/api/my/trainings/${encodeURIComponent(id)}/attempts`, { method: 'POST' }),
    onSuccess: onBegun,
  });
  if (attemptsLeft === 0) return <p>{say('training.noneLeft')}</p>;
  return (
    <>
      <p>{say('training.startHow', { left: attemptsLeft })}</p>
      <FormFault fault={beginning.error} />
      <button type="button" className="primary" onClick={() => beginning.mutate()} disabled={beginning.isPending}>
        {act}
      </button>
    </>
  );
}

type AskedProps = { readonly attempt: AttemptView; readonly onScored: (scored: ScoredView) => void };

function Asked({ attempt: { id, questions, needed }, onScored }: AskedProps) {
  const { say } = useWords();
  const client = useQueryClient();
  const handing = useMutation({
    mutationFn: (body: AnswersForm) => call<ScoredView>(`/api/my/attempts/${id}`, { method: 'POST', body }),
    onSuccess: async (scored) => {
      onScored(scored);
      await client.invalidateQueries({ queryKey: ['my-trainings'] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = questions.map((question) => [question.id, Number(form.get(question.id))] as const);
    handing.mutate({ given: Object.fromEntries(given) });
  };
  return (
    <form onSubmit={submit} className="form">
      <p>{say('training.needed', { needed, count: questions.length })}</p>
      {questions.map((question, index) => (
        <Question key={question.id} question={question} index={index} />
      ))}
      <FormFault fault={handing.error} />
      <div>
        <button type="submit" className="primary" disabled={handing.isPending}>
          {say('training.handIn')}
        </button>
      </div>
    </form>
  );
}

type QuestionProps = { readonly question: QuestionView; readonly index: number };

function Question({ question: { id, text, answers }, index }: QuestionProps): ReactNode {
  return (
    <fieldset className="question">
      <legend>
        {index + 1}. <Prose text={text} />
      </legend>
      {answers.map((answer, at) => (
        <label key={answer}>
          <input type="radio" name={id} value={at} required />{' '}
          <span>
            <Prose text={answer} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
