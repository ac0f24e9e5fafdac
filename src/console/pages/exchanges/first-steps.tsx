import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SetupView } from '../../../console-api/contract.ts';
import { Link } from '../../address/link.tsx';
import { sessionQuery } from '../../api/queries.ts';
import { useWords } from '../../language/use-words.ts';
import { ClaudeCodeLines } from '../../pieces/claude-code-lines.tsx';
import { CommandLine } from '../../pieces/command-line.tsx';
import { Prose } from '../../pieces/prose.tsx';
import './first-steps.css';

/** The way from an empty post to its first exchange. Each step is ticked off by itself as it is done. */
export function FirstSteps({ setup }: { readonly setup: SetupView }) {
  const { say } = useWords();
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const next = setup.hasContract ? (setup.hasKey ? 'client' : 'key') : 'contract';
  return (
    <section className="first-steps">
      <h1>{say('setup.title')}</h1>
      <p className="lead">{say('setup.explained')}</p>
      <ol>
        <Step title={say('setup.contract')} isDone={setup.hasContract} isNext={next === 'contract'}>
          <p>{say('setup.contractHow')}</p>
          <CommandLine
            words="contract add --organization ID"
            input={` < ${say('setup.contractFile')}`}
            what={say('setup.contractCommand')}
          />
        </Step>
        <Step title={say('setup.key')} isDone={setup.hasKey} isNext={next === 'key'}>
          <p>{say('setup.keyHow')}</p>
          <Link to={{ page: 'keys' }} className={next === 'key' ? 'button primary' : 'button'}>
            {say('setup.keyGo')}
          </Link>
        </Step>
        <Step title={say('setup.client')} isDone={false} isNext={next === 'client'}>
          <p>
            <Prose text={say('setup.clientHow')} />
          </p>
          <ClaudeCodeLines gatewayUrl={session?.gatewayUrl ?? ''} />
          {next === 'client' ? <output className="waiting">{say('setup.waiting')}</output> : null}
        </Step>
      </ol>
    </section>
  );
}

type StepProps = {
  readonly title: string;
  readonly isDone: boolean;
  readonly isNext: boolean;
  readonly children: ReactNode;
};

function Step({ title, isDone, isNext, children }: StepProps) {
  const { say } = useWords();
  return (
    <li
      className="step"
      data-state={isDone ? 'done' : isNext ? 'next' : 'later'}
      aria-current={isNext ? 'step' : undefined}
    >
      <h2>
        {title} {isDone ? <span className="step-mark">{say('setup.done')}</span> : null}
        {isNext ? <span className="step-mark">{say('setup.next')}</span> : null}
      </h2>
      {isDone ? null : children}
    </li>
  );
}
