import type { ExchangeView } from '../../../console-api/contract.ts';
import { useWords } from '../../language/use-words.ts';
import { isWithheld } from '../outcome.ts';
import { Inspection } from './inspection.tsx';
import { Kinds } from './kinds.tsx';
import { Manifest } from './manifest.tsx';
import { bytesOf } from './sums.ts';

/** What left, or would have left: how much of it was new, what kinds of thing, and each piece. */
export function Departure({ exchange }: { readonly exchange: ExchangeView }) {
  const { say, count, bytes } = useWords();
  const { parts, bodyBytes, queryBytes, headerBytes, countsOnly } = exchange;
  return (
    <section className="departure">
      <h2>{say(isWithheld(exchange) ? 'exchange.wouldHaveLeft' : 'exchange.left')}</h2>
      {countsOnly && bodyBytes > 0 ? (
        <>
          <p>{say('exchange.countsOnly')}</p>
          <Weights exchange={exchange} />
          <p>{count('exchange.countsFound', countsOnly.findings)}</p>
        </>
      ) : parts.length === 0 ? (
        <p>{say('exchange.noBody')}</p>
      ) : (
        <>
          <Weights exchange={exchange} />
          <Inspection exchange={exchange} />
          <Kinds parts={parts} bodyBytes={bodyBytes} />
          <Sum exchange={exchange} />
        </>
      )}
      <p className="beside">
        <strong>{say('exchange.beside')}</strong> {say('exchange.query', { bytes: bytes(queryBytes) })} ·{' '}
        {say('exchange.headers', { bytes: bytes(headerBytes) })}
      </p>
      {parts.length === 0 ? null : <Manifest exchange={exchange} />}
    </section>
  );
}

// The first thing one wants to know: how much of all that was new.
function Weights({ exchange }: { readonly exchange: ExchangeView }) {
  const { say, bytes } = useWords();
  const { newBytes, bodyBytes, redactedBodyBytes } = exchange;
  const bodySays = (): string => {
    if (isWithheld(exchange)) return say('exchange.bodySaysWithheld');
    if (redactedBodyBytes === null) return say('exchange.bodySays');
    return say('exchange.bodySaysRedacted', { bytes: bytes(redactedBodyBytes) });
  };
  const weights = [
    { name: 'first', title: say('exchange.firstSent'), value: newBytes, says: say('exchange.firstSentSays') },
    { name: 'again', title: say('exchange.again'), value: bodyBytes - newBytes, says: say('exchange.againSays') },
    { name: 'body', title: say('exchange.body'), value: bodyBytes, says: bodySays() },
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
function Sum({ exchange }: { readonly exchange: ExchangeView }) {
  const { say, count, bytes } = useWords();
  const { parts, bodyBytes, redactedBodyBytes } = exchange;
  const hasLeftSo = redactedBodyBytes === null && !isWithheld(exchange);
  const sum = bytesOf(parts);
  const facts = { pieces: count('exchange.pieces', parts.length), sum: bytes(sum), body: bytes(bodyBytes) };
  if (sum === bodyBytes) return <p className="sum-fits">{say(hasLeftSo ? 'sum.fits' : 'sum.fitsGiven', facts)}</p>;
  return (
    <p className="sum-differs" role="alert">
      {say('sum.differs', facts)}
    </p>
  );
}
