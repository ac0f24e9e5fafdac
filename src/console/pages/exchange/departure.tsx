import type { ExchangeView } from '../../../console-api/contract.ts';
import { useWords } from '../../language/use-words.ts';
import { Kinds } from './kinds.tsx';
import { Manifest } from './manifest.tsx';
import { bytesOf } from './sums.ts';

/** What left: how much of it was new, what kinds of thing, and each piece. */
export function Departure({ exchange }: { readonly exchange: ExchangeView }) {
  const { say, bytes } = useWords();
  const { parts, bodyBytes, newBytes, queryBytes, headerBytes } = exchange;
  return (
    <section className="departure">
      <h2>{say('exchange.left')}</h2>
      {parts.length === 0 ? (
        <p>{say('exchange.noBody')}</p>
      ) : (
        <>
          <Weights newBytes={newBytes} bodyBytes={bodyBytes} />
          <Kinds parts={parts} bodyBytes={bodyBytes} />
          <Sum parts={parts} bodyBytes={bodyBytes} />
        </>
      )}
      <p className="beside">
        <strong>{say('exchange.beside')}</strong> {say('exchange.query', { bytes: bytes(queryBytes) })} ·{' '}
        {say('exchange.headers', { bytes: bytes(headerBytes) })}
      </p>
      {parts.length === 0 ? null : <Manifest parts={parts} />}
    </section>
  );
}

// The first thing one wants to know: how much of all that was new.
function Weights({ newBytes, bodyBytes }: { readonly newBytes: number; readonly bodyBytes: number }) {
  const { say, bytes } = useWords();
  const weights = [
    { name: 'first', title: say('exchange.firstSent'), value: newBytes, says: say('exchange.firstSentSays') },
    { name: 'again', title: say('exchange.again'), value: bodyBytes - newBytes, says: say('exchange.againSays') },
    { name: 'body', title: say('exchange.body'), value: bodyBytes, says: say('exchange.bodySays') },
  ];
  return (
    <dl className="weights">
      {weights.map(({ name, title, value, says }) => (
        <div key={name} className={`weight weight-${name}`}>
          <dt>{title}</dt>
          <dd>
            <strong>{bytes(value)}</strong>
            <span>{says}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

// The declaration promises that nothing is left out, so the page does the sum again and says what it found.
function Sum({ parts, bodyBytes }: Pick<ExchangeView, 'parts' | 'bodyBytes'>) {
  const { say, count, bytes } = useWords();
  const sum = bytesOf(parts);
  const facts = { pieces: count('exchange.pieces', parts.length), sum: bytes(sum), body: bytes(bodyBytes) };
  if (sum === bodyBytes) return <p className="sum-fits">{say('sum.fits', facts)}</p>;
  return (
    <p className="sum-differs" role="alert">
      {say('sum.differs', facts)}
    </p>
  );
}
