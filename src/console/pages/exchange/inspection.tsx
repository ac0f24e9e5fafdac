import type { ExchangeView, FindingClassName, FindingCount } from '../../../console-api/contract.ts';
import { useWords, type Words } from '../../language/use-words.ts';
import { Stamp } from '../../pieces/stamp.tsx';
import { isWithheld } from '../outcome.ts';
import { countFindings } from './found.ts';
import './inspection.css';

/** What inspection did with the exchange: what was replaced, what was put back, and what it could not look at. */
export function Inspection({ exchange }: { readonly exchange: ExchangeView }) {
  const words = useWords();
  const { say, count, bytes, reason } = words;
  const { inspection, verdict, redactedBodyBytes, findings } = exchange;
  if (inspection === null) return <p className="inspection-none">{say('inspection.none')}</p>;
  return (
    <section className="inspection">
      <h3>{say('inspection.title')}</h3>
      {verdict === 'redact' ? (
        <p className="inspection-verdict">
          <Stamp tone="redacted">{say('verdict.redact')}</Stamp> <span>{reason('findings_redacted').text}</span>
        </p>
      ) : null}
      <p>{sentenceOf(words, exchange)}</p>
      <NewKinds counts={findings.first} />
      <p className="inspection-note">
        {findings.again > 0 ? `${count('inspection.again', findings.again)} ` : null}
        {redactedBodyBytes === null || isWithheld(exchange)
          ? null
          : `${say('inspection.leftLength', { bytes: bytes(redactedBodyBytes) })} `}
        {say('inspection.rules', { ruleset: inspection.ruleset })}
      </p>
    </section>
  );
}

function sentenceOf(words: Words, exchange: ExchangeView): string {
  const { say, bytes } = words;
  const unscannedBytes = exchange.inspection?.unscannedBytes ?? 0;
  const clauses = {
    redacted: becameOf(words, exchange),
    unscanned:
      unscannedBytes === 0 ? say('inspection.allRead') : say('inspection.unread', { bytes: bytes(unscannedBytes) }),
  };
  // Where nothing was replaced there is nothing to put back.
  if (exchange.verdict !== 'redact' || isWithheld(exchange)) return say('inspection.sentenceShort', clauses);
  return say('inspection.sentence', { ...clauses, restored: restoredOf(words, exchange) });
}

function becameOf({ say, count }: Words, exchange: ExchangeView): string {
  const { parts } = exchange;
  const redacted = countFindings(parts, ({ handling }) => handling === 'redacted');
  const kept = countFindings(parts, ({ handling }) => handling === 'kept');
  if (redacted + kept === 0) return say('inspection.nothingFound');
  if (isWithheld(exchange)) return count('inspection.withheld', redacted + kept);
  return [
    ...(redacted > 0 ? [count('inspection.redacted', redacted)] : []),
    ...(kept > 0 ? [count('inspection.kept', kept)] : []),
  ].join(', ');
}

function restoredOf({ say, count }: Words, { answer }: ExchangeView): string {
  const restored = answer?.restoredValues ?? null;
  if (restored === null) return say('inspection.restoredUnknown');
  return restored === 0 ? say('inspection.restoredNone') : count('inspection.restored', restored);
}

const classTexts = {
  secret: 'findingClass.secret',
  dictionary: 'findingClass.dictionary',
  personal: 'findingClass.personal',
} as const satisfies Readonly<Record<FindingClassName, string>>;

function NewKinds({ counts }: { readonly counts: readonly FindingCount[] }) {
  const { say, number, findingKind } = useWords();
  if (counts.length === 0) return null;
  return (
    <>
      <h4>{say('inspection.new')}</h4>
      <ul className="found-kinds">
        {counts.map(({ class: of, kind, count }) => (
          <li key={`${of} ${kind}`} data-class={of}>
            <span className="found-class">{say(classTexts[of])}</span>{' '}
            {say('found.kindCount', { kind: findingKind(kind), count: number(count) })}
          </li>
        ))}
      </ul>
    </>
  );
}
