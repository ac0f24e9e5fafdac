import { useId } from 'react';
import { useEvaluationWords } from '../../language/use-evaluation-words.ts';
import { useWords } from '../../language/use-words.ts';
import { Sheet } from '../../pieces/sheet.tsx';
import type { NamedChoice } from './figures.tsx';
import { plotOf } from './plot.ts';

type CurveProps = {
  readonly all: readonly NamedChoice[];
  readonly amounts: readonly number[];
  readonly name: string;
  readonly currency: string;
};

/** Loss-exceedance curves, one for each option, told apart by their dashes and marks as well; and a table that says the same. */
export function Curve({ all, amounts, name, currency }: CurveProps) {
  const { say } = useWords();
  const { amount, share } = useEvaluationWords();
  const label = `${name}: ${say('evaluation.curve')}`;
  return (
    <section className="curve">
      <h4>{say('evaluation.curve')}</h4>
      <p className="sheet-note">{say('evaluation.curveSays')}</p>
      <figure>
        <Drawn all={all} amounts={amounts} label={`${label} (${currency})`} />
        <figcaption>
          <ul className="curve-legend">
            {all.map((choice, index) => (
              <li key={choice.name}>
                <svg viewBox="0 0 40 12" width="40" height="12" aria-hidden="true" focusable="false">
                  <path className="curve-line" data-line={index} d="M1 6H39" />
                  <path className="curve-mark" data-line={index} d={markAt(index, 20, 6)} />
                </svg>
                {choice.name}
              </li>
            ))}
            <li>
              <svg viewBox="0 0 40 12" width="40" height="12" aria-hidden="true" focusable="false">
                <path className="curve-tolerance" d={crossAt(20, 6)} />
              </svg>
              {say('evaluation.toleranceMark')}
            </li>
          </ul>
        </figcaption>
      </figure>
      <details>
        <summary>{say('evaluation.curveTable')}</summary>
        <Sheet
          label={label}
          columns={[say('evaluation.amount'), ...all.map((choice) => choice.name)]}
          rows={amounts.map((value, index) => ({
            key: String(value),
            cells: [amount(value), ...all.map(({ of }) => share(of.exceedance[index] ?? 0))],
          }))}
        />
      </details>
    </section>
  );
}

const picture = { role: 'img' } as const;

type DrawnProps = { readonly all: readonly NamedChoice[]; readonly amounts: readonly number[]; readonly label: string };

function Drawn({ all, amounts, label }: DrawnProps) {
  const { say } = useWords();
  const { tick, share } = useEvaluationWords();
  const [titleId, saysId] = [useId(), useId()];
  const curves = all.map(({ of }) => of.exceedance);
  const tolerance = all[0]?.of.tolerance ?? [];
  const plot = plotOf({ amounts, curves, tolerance });
  return (
    <svg className="curve-plot" viewBox={plot.viewBox} {...picture} aria-labelledby={titleId} aria-describedby={saysId}>
      <title id={titleId}>{label}</title>
      <desc id={saysId}>{say('evaluation.curveSays')}</desc>
      <g aria-hidden="true">
        {plot.across.map(({ at, value }) => (
          <g key={value}>
            <path className="curve-grid" d={`M${plot.left} ${at}H${plot.right}`} />
            <text className="curve-tick" x={plot.left - 6} y={at + 5} textAnchor="end">
              {share(value)}
            </text>
          </g>
        ))}
        {plot.along.map(({ at, value }) => (
          <g key={value}>
            <path className="curve-grid" d={`M${at} ${plot.top}V${plot.bottom}`} />
            <text className="curve-tick" x={at} y={plot.bottom + 24} textAnchor="middle">
              {tick(value)}
            </text>
          </g>
        ))}
        {plot.lines.map(({ path, marks }, index) => (
          <g key={all[index]?.name}>
            <path className="curve-line" data-line={index} d={path} />
            {marks.map(([x, y]) => (
              <path key={x} className="curve-mark" data-line={index} d={markAt(index, x, y)} />
            ))}
          </g>
        ))}
        {plot.borne.map(([x, y]) => (
          <path key={x} className="curve-tolerance" d={crossAt(x, y)} />
        ))}
      </g>
    </svg>
  );
}

function crossAt(x: number, y: number): string {
  return `M${x - 5} ${y - 5}l10 10m0-10l-10 10`;
}

// Circle, square, two triangles, diamond, and a bar for the choice.
function markAt(line: number, ...[x, y]: readonly [number, number]): string {
  const marks = [
    `M${x - 3.5} ${y}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z`,
    `M${x - 3} ${y - 3}h6v6h-6z`,
    `M${x} ${y - 4}l4 7h-8z`,
    `M${x} ${y + 4}l4-7h-8z`,
    `M${x} ${y - 4.5}l4 4.5l-4 4.5l-4-4.5z`,
    `M${x - 1.5} ${y - 5}h3v10h-3z`,
  ];
  return marks[line % marks.length] ?? '';
}
