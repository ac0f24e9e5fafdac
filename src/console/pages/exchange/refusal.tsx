import type { ExchangeView } from '../../../console-api/contract.ts';
import { useReasons } from '../../language/use-reasons.ts';
import { useWords } from '../../language/use-words.ts';
import { reasonsOfRefusal } from '../outcome.ts';
import { Prose } from '../../pieces/prose.tsx';

/** Why nothing left, and what the sender was told to do. */
export function Refusal({ exchange }: { readonly exchange: ExchangeView }) {
  const { say } = useWords();
  const reason = useReasons();
  return (
    <section className="refusal">
      <h2>{say('exchange.whyNothingLeft')}</h2>
      <ul>
        {reasonsOfRefusal(exchange).map((code) => (
          <li key={code}>
            <strong>{reason(code).text}</strong> <code>{code}</code>
            {reason(code).hint === '' ? null : (
              <p>
                {say('exchange.senderTold')} <Prose text={reason(code).hint} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
