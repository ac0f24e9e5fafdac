import type { DifferenceView, DiffView, OutcomeView, PolicyFaultView } from '../../../console-api/policy-contract.ts';
import { Link } from '../../address/link.tsx';
import { reasonIn } from '../../language/use-reasons.ts';
import { kindNames, kindTexts } from '../../language/kind-texts.ts';
import { useWords, type Words } from '../../language/use-words.ts';
import { Verdict } from '../../pieces/verdict.tsx';

type Compared = Extract<DiffView, { readonly kind: 'compared' }>;

/** What came of a comparison: what is wrong with the proposal, or what it would have changed. */
export function Differences({ diff }: { readonly diff: DiffView }) {
  const { say } = useWords();
  if (diff.kind === 'faults') return <Faults faults={diff.faults} />;
  return (
    <section className="differences" aria-live="polite">
      <h2>{say('compare.result')}</h2>
      <Sum diff={diff} />
      <ul className="difference-list">
        {diff.differences.map((difference) => (
          <Difference key={difference.exchangeId} difference={difference} diff={diff} />
        ))}
      </ul>
    </section>
  );
}

function Faults({ faults }: { readonly faults: readonly PolicyFaultView[] }) {
  const { say, language } = useWords();
  return (
    <section className="differences form-fault" role="alert">
      <h2>{say('compare.faults')}</h2>
      <p>{say('compare.faultsSays')}</p>
      <ul>
        {faults.map(({ file, line, path, text, detail }) => (
          <li key={`${file}:${line}:${path}:${text.en}:${detail}`}>
            <code>
              {file}:{line}
            </code>{' '}
            {path === '' ? null : <code>{path}</code>} {text[language]}
            {detail === '' ? null : <code translate="no"> ({detail})</code>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sum({ diff }: { readonly diff: Compared }) {
  const { say, number } = useWords();
  const { looked, different, isCut, unknown, counts, differences } = diff;
  return (
    <>
      <p>
        {different === 0
          ? say('compare.same')
          : say('compare.looked', { different: number(different), looked: number(looked) })}{' '}
        {isCut ? say('compare.isCut', { looked: number(looked) }) : null}
      </p>
      <ul className="difference-counts">
        {counts.map(({ before, after, count }) => (
          <li key={`${before} ${after}`}>
            <strong>{number(count)}</strong> × <Verdict verdict={before} /> → <Verdict verdict={after} />
          </li>
        ))}
      </ul>
      {unknown === 0 ? null : <p className="compare-limits">{say('compare.unknown', { unknown: number(unknown) })}</p>}
      {differences.length < different ? <p>{say('compare.first', { count: number(differences.length) })}</p> : null}
    </>
  );
}

type DifferenceProps = { readonly difference: DifferenceView; readonly diff: Compared };

function Difference({ difference: { exchangeId, at, before, after, parts }, diff }: DifferenceProps) {
  const words = useWords();
  const { say } = words;
  return (
    <li>
      <p className="difference-head">
        <Link to={{ page: 'exchange', exchangeId, list: {} }}>
          {say('compare.exchange', { at: words.instant(at) })}
        </Link>
        <span>
          <Verdict verdict={before.verdict} /> → <Verdict verdict={after.verdict} />
        </span>
        <span>{whyOf(words, diff, after)}</span>
      </p>
      <ul className="difference-parts">
        {parts.map((part) => (
          <li key={JSON.stringify(part)}>
            {say('compare.part', {
              count: words.number(part.count),
              kind: kindOf(words, part.kind),
              before: outcomeOf(words, part.before),
              after: outcomeOf(words, part.after),
            })}{' '}
            <code>{part.paths.join(' ')}</code>
          </li>
        ))}
      </ul>
    </li>
  );
}

function whyOf(words: Words, { reasons }: Compared, { reasons: ids }: OutcomeView): string {
  return ids.map((id) => reasonIn(words, reasons, id).text).join(' ');
}

const verdictTexts = { allow: 'matrix.allow', redact: 'matrix.redact', block: 'matrix.block' } as const;

function outcomeOf({ say }: Words, { label, verdict }: DifferenceView['parts'][number]['before']): string {
  return `${label}, ${say(verdictTexts[verdict]).toLowerCase()}`;
}

// A kind that this console does not know stands for itself.
function kindOf({ say }: Words, kind: string): string {
  const known = kindNames.find((name) => name === kind);
  return known === undefined ? kind : say(kindTexts[known]);
}
