import type { ReasonsView } from '../../../console-api/policy-contract.ts';
import { reasonIn } from '../../language/use-reasons.ts';
import { useWords } from '../../language/use-words.ts';
import { Prose } from '../../pieces/prose.tsx';

/** What the ids of rules stand for. */
export function Why({ ids, reasons }: { readonly ids: readonly string[]; readonly reasons: ReasonsView }) {
  const words = useWords();
  const { say } = words;
  return (
    <section className="why">
      <h2>{say('matrix.why')}</h2>
      <p>{say('matrix.whySays')}</p>
      <dl>
        {ids.map((id) => {
          const { text, hint } = reasonIn(words, reasons, id);
          return (
            <div key={id}>
              <dt>
                <code>{id}</code>
              </dt>
              <dd>
                {text}{' '}
                {hint === '' ? null : (
                  <span>
                    <Prose text={hint} />
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
