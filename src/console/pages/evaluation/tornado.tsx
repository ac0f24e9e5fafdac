import type { TornadoBarView } from '../../../console-api/evaluation-contract.ts';
import { useEvaluationWords } from '../../language/use-evaluation-words.ts';
import { useWords } from '../../language/use-words.ts';
import { Sheet } from '../../pieces/sheet.tsx';
import type { NamedChoice } from './figures.tsx';

/** What moves a choice's total most, as a table whose last column draws it. */
export function Tornado({ choice, name }: { readonly choice: NamedChoice; readonly name: string }) {
  const { say } = useWords();
  const { amount, input } = useEvaluationWords();
  const { tornado } = choice.of;
  if (tornado.length === 0) return null;
  const ends = tornado.flatMap(({ atLow, atHigh }) => [atLow, atHigh]);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const columns = ['input', 'label', 'atLow', 'atHigh', 'bar'] as const;
  return (
    <section>
      <h4>{say('evaluation.tornado')}</h4>
      <p className="sheet-note">{say('evaluation.tornadoSays', { option: choice.name })}</p>
      <Sheet
        label={`${name}: ${say('evaluation.tornado')}`}
        columns={columns.map((column) => say(`evaluation.column.${column}`))}
        rows={tornado.map((bar) => ({
          key: `${bar.label} ${bar.input}`,
          cells: [
            bar.label === null ? bar.input : input(bar.input),
            bar.label ?? '–',
            amount(bar.atLow),
            amount(bar.atHigh),
            <Bar key="bar" bar={bar} least={least} most={most} at={choice.of.meanTotal} />,
          ],
        }))}
      />
    </section>
  );
}

type BarProps = { readonly bar: TornadoBarView; readonly least: number; readonly most: number; readonly at: number };

// Says nothing that the figures beside it do not.
function Bar({ bar: { atLow, atHigh }, least, most, at }: BarProps) {
  const x = (value: number): number => ((value - least) / Math.max(most - least, Number.MIN_VALUE)) * 196 + 2;
  const [from, to] = [Math.min(atLow, atHigh), Math.max(atLow, atHigh)];
  return (
    <svg className="tornado-bar" viewBox="0 0 200 16" aria-hidden="true" focusable="false">
      <rect className="tornado-span" x={x(from)} y="3" width={Math.max(1, x(to) - x(from))} height="10" />
      <path className="tornado-mean" d={`M${x(at)} 0V16`} />
    </svg>
  );
}
