import { useState } from 'react';
import type { ExchangeView, FindingView, PartView } from '../../../console-api/contract.ts';
import { useWords, type Words } from '../../language/use-words.ts';
import { Copyable } from '../../pieces/copyable.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { roles } from '../../pieces/table-roles.ts';
import { isWithheld } from '../outcome.ts';
import { type FoundValue, valuesOf } from './found.ts';
import { MaskedText } from './masked-text.tsx';
import type { NumberedPart } from './sums.ts';

type PartFindingsProps = { readonly piece: NumberedPart; readonly exchange: ExchangeView };

// A file of customers has thousands of addresses: the first ones in sight, the others for those who ask.
const shownAtOnce = 10;

/** What was found in a piece: at its place in the text, which is masked, and value by value. */
export function PartFindings({ piece: { number, part }, exchange }: PartFindingsProps) {
  const { say, count } = useWords();
  const [isWhole, setWhole] = useState(false);
  const values = valuesOf(part.findings ?? []);
  const rest = Math.max(0, values.length - shownAtOnce);
  return (
    <tr {...roles.row} className="part-findings">
      <td {...roles.cell} colSpan={5}>
        <MaskedText
          values={values}
          bytes={part.form === 'syntax' ? exchange.bodyBytes : part.bytes}
          label={say('finding.inPiece', { piece: number })}
        />
        <ol className="findings" aria-label={say('finding.inPiece', { piece: number })}>
          {values.slice(0, isWhole ? values.length : shownAtOnce).map((value) => (
            <Value
              key={value.number}
              value={value}
              part={part}
              piece={number}
              handling={isWithheld(exchange) ? 'withheld' : value.finding.handling}
            />
          ))}
        </ol>
        {rest > 0 ? (
          <button type="button" className="quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {count('finding.moreValues', rest)}
          </button>
        ) : null}
      </td>
    </tr>
  );
}

const fingerprintShown = 8;

type ValueProps = {
  readonly value: FoundValue;
  readonly part: PartView;
  readonly piece: number;
  readonly handling: keyof typeof tones;
};

const tones = { redacted: 'redacted', kept: 'warn', withheld: 'ended' } as const;

function Value({ value: { number, finding, spans }, part, piece, handling }: ValueProps) {
  const words = useWords();
  const { say, findingKind } = words;
  return (
    <li className="finding">
      <span className="finding-number">{number}</span>
      <span className="finding-what">
        <strong>{findingKind(finding.kind)}</strong> <span>{say(`findingClass.${finding.class}`)}</span>
      </span>
      <span className="finding-where">{whereOf(words, part, spans)}</span>
      <span className="finding-rule">
        {say('finding.rule')} <code>{finding.detector}</code>
      </span>
      <span className="finding-print">
        <Copyable
          text={finding.fingerprint}
          short={finding.fingerprint.slice(0, fingerprintShown)}
          what={say('finding.fingerprintOf', { number, piece })}
        />
      </span>
      <span className="finding-state">
        <Stamp tone={tones[handling]}>{say(`handling.${handling}`)}</Stamp> <span>{say(`finding.${part.sent}`)}</span>
      </span>
    </li>
  );
}

const placesShown = 3;

// Counted from 1 and with the last one named, as pieces and lines are.
function whereOf({ say, count, number }: Words, part: PartView, spans: readonly FindingView['span'][]): string {
  const key = part.form === 'syntax' ? 'finding.bodyBytes' : 'finding.bytes';
  const shown = spans.slice(0, placesShown);
  const more = spans.length - shown.length;
  return [
    ...shown.map(([from, end]) => say(key, { from: number(from + 1), to: number(end) })),
    ...(more > 0 ? [count('finding.placesMore', more)] : []),
  ].join(', ');
}
