import type { ReactNode } from 'react';
import type { ScoredView } from '../../../console-api/training-contract.ts';
import { useWords } from '../../language/use-words.ts';
import { Prose } from '../../pieces/prose.tsx';
import { Mark } from '../../pieces/stamp.tsx';

type ScoredProps = { readonly scored: ScoredView; readonly children: ReactNode };

/** What was right, and why: shown once the answers are in, and to nobody else. */
export function Scored({ scored: { right, needed, isPassed, questions }, children }: ScoredProps) {
  const { say } = useWords();
  return (
    <>
      <output className="score">
        <Mark tone={isPassed ? 'plain' : 'refused'} />{' '}
        {say(isPassed ? 'training.passed' : 'training.failed', { right, needed, count: questions.length })}
      </output>
      {children}
      <ol className="answers">
        {questions.map((question) => (
          <li key={question.id}>
            <p>
              <Prose text={question.text} />
            </p>
            <ul>
              {question.answers.map((answer, at) => (
                <li key={answer} data-right={at === question.right}>
                  <Prose text={answer} />
                  {at === question.right ? <strong> · {say('training.rightAnswer')}</strong> : null}
                  {at === question.given ? <em> · {say('training.yourAnswer')}</em> : null}
                </li>
              ))}
            </ul>
            <p>
              <Prose text={question.why} />
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
