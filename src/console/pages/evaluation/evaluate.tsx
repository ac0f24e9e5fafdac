import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { RunView } from '../../../console-api/evaluation-contract.ts';
import { runEvaluation } from '../../api/evaluation-queries.ts';
import { useEvaluationWords } from '../../language/use-evaluation-words.ts';
import { useWords } from '../../language/use-words.ts';
import { FormFault } from '../../pieces/form-fault.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { Mark } from '../../pieces/stamp.tsx';
import { useMay } from '../../session/use-may.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { Figures } from './figures.tsx';

type Ran = { readonly text: string; readonly run: RunView };

const mostBytes = 60_000;

/** Takes a file of estimates, tells what it comes to, and lets it be decided on. */
export function Evaluate() {
  const { say } = useWords();
  const id = useId();
  const [isTooLong, setTooLong] = useState(false);
  const running = useMutation({
    mutationFn: async (file: File): Promise<Ran> => {
      const text = await file.text();
      return { text, run: await runEvaluation(text) };
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('file');
    if (!(file instanceof File)) return;
    setTooLong(file.size > mostBytes);
    if (file.size <= mostBytes) running.mutate(file);
  };
  return (
    <section className="evaluation-part">
      <h2>{say('evaluation.evaluate')}</h2>
      <p className="sheet-note">
        <Prose text={say('evaluation.evaluateSays')} />
      </p>
      <form className="form evaluation-form" onSubmit={submit}>
        <div className="field">
          <label htmlFor={id}>{say('evaluation.file')}</label>
          <input id={id} type="file" name="file" accept=".yaml,.yml" required aria-describedby={`${id}-how`} />
          <p id={`${id}-how`}>{say('evaluation.fileHow')}</p>
        </div>
        {isTooLong ? (
          <p className="form-fault" role="alert">
            {say('evaluation.tooLong')}
          </p>
        ) : null}
        <FormFault fault={running.error} />
        <div>
          <button type="submit" className="primary" disabled={running.isPending}>
            {say('evaluation.run')}
          </button>
        </div>
      </form>
      <div aria-live="polite">
        {running.isPending ? <Loading /> : null}
        {running.data && !running.isPending ? <Came ran={running.data} /> : null}
      </div>
    </section>
  );
}

function Came({ ran: { text, run } }: { readonly ran: Ran }) {
  const { say } = useWords();
  const { amount, day, notOffered } = useEvaluationWords();
  const [isDeciding, setDeciding] = useState(false);
  const mayDecide = useMay('retention');
  if (run.kind === 'faults') return <Faults faults={run.faults} />;
  const { evaluation, plan, currency, figures, unpriced, measured, isZdrOffered } = run;
  const told = {
    from: day(measured.from.slice(0, 10)),
    to: day(measured.to.slice(0, 10)),
    exchanges: amount(measured.exchangesPerYear),
  };
  return (
    <>
      <div className="decision-head">
        <h3>{say('evaluation.came', { evaluation, plan })}</h3>
        {mayDecide ? (
          <button type="button" onClick={() => setDeciding(true)}>
            {say('evaluation.decide')}
          </button>
        ) : null}
      </div>
      <p className="sheet-note">{say('evaluation.measured', told)}</p>
      {isZdrOffered ? null : (
        <p className="evaluation-undecided">
          <Mark tone="warn" />
          <span>{notOffered()}</span>
        </p>
      )}
      <Figures figures={figures} currency={currency} unpriced={unpriced} name={`${evaluation} ${plan}`} />
      {isDeciding ? (
        <DecideDialog
          text={text}
          evaluation={evaluation}
          labels={figures.classes.map(({ label }) => label)}
          onClose={() => setDeciding(false)}
        />
      ) : null}
    </>
  );
}

function Faults({ faults }: Pick<Extract<RunView, { kind: 'faults' }>, 'faults'>) {
  const { say } = useWords();
  const words = useEvaluationWords();
  return (
    <Notice title={say('evaluation.faults')}>
      <ul className="evaluation-faults">
        {faults.map(({ line, path, code, detail }) => (
          <li key={`${line} ${path} ${code}`}>
            {path === '' ? null : <code>{path}</code>}{' '}
            {say('evaluation.fault', { line, what: `${words.fault(code)}${detail === '' ? '' : ` (${detail})`}` })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
