import { useWords } from '../../language/use-words.ts';
import { type FoundValue, type Stretch, stretchesOf } from './found.ts';

type MaskedTextProps = {
  readonly values: readonly FoundValue[];
  /** How long the text is in which the values stand. */
  readonly bytes: number;
  readonly label: string;
};

const placesShown = 24;

/** A text that nobody kept: blocks where it was, as long as it was, and what was found at its place among them. */
export function MaskedText({ values, bytes, label }: MaskedTextProps) {
  const { count } = useWords();
  const { stretches, moreCount } = stretchesOf(values, bytes, placesShown);
  return (
    <figure className="masked" aria-label={label}>
      <p>
        {stretches.map((stretch) => (
          <Drawn key={`${stretch.kind} ${stretch.from}`} stretch={stretch} />
        ))}
        {moreCount > 0 ? <span className="masked-more">{count('finding.moreMarks', moreCount)}</span> : null}
      </p>
    </figure>
  );
}

function Drawn({ stretch }: { readonly stretch: Stretch }) {
  const { bytes, findingKind } = useWords();
  if (stretch.kind === 'text')
    return (
      <span className="masked-text">
        <Blocks bytes={stretch.bytes} /> <span className="masked-length">{bytes(stretch.bytes)}</span>{' '}
      </span>
    );
  const { number, finding } = stretch.value;
  return (
    <>
      <mark className="masked-value" data-handling={finding.handling}>
        <span className="finding-number">{number}</span> {findingKind(finding.kind)}
      </mark>{' '}
    </>
  );
}

// Words of no text: their widths in pixels come round again, so that a text is drawn the same each time.
const wordWidths = [22, 9, 31, 15, 26, 12, 18, 35];
const space = 5;
const widest = 200;

function Blocks({ bytes }: { readonly bytes: number }) {
  // Long texts would push what was found out of sight: the width grows with the root of the length.
  const width = Math.min(widest, Math.max(wordWidths[1] ?? space, Math.round(7 * Math.sqrt(bytes))));
  return (
    <svg className="masked-blocks" width={width} height="9" aria-hidden="true" focusable="false">
      {wordsIn(width).map(({ from, length }) => (
        <rect key={from} x={from} width={length} height="9" rx="1.5" />
      ))}
    </svg>
  );
}

function wordsIn(width: number) {
  const words: { from: number; length: number }[] = [];
  for (let from = 0; from < width; ) {
    const length = Math.min(wordWidths[words.length % wordWidths.length] ?? space, width - from);
    words.push({ from, length });
    from += length + space;
  }
  return words;
}
