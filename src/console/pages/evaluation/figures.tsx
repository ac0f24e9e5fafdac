import {
  type ChoiceView,
  evaluationOptions,
  type FiguresView,
  type UnpricedView,
} from '../../../console-api/evaluation-contract.ts';
import { useEvaluationWords } from '../../language/use-evaluation-words.ts';
import { useWords } from '../../language/use-words.ts';
import { Sheet } from '../../pieces/sheet.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { Curve } from './curve.tsx';
import { Tornado } from './tornado.tsx';

/** One of the options, or what was chosen, by its name on the screen. */
export type NamedChoice = { readonly name: string; readonly of: ChoiceView };

type FiguresProps = {
  readonly figures: FiguresView;
  readonly currency: string;
  readonly unpriced: readonly UnpricedView[];
  /** Whose figures they are: tables of several decisions must be told apart. */
  readonly name: string;
};

/** The options side by side: losses and costs, the curve, what moves the total, and what has no price. */
export function Figures({ figures, currency, unpriced, name }: FiguresProps) {
  const { say, number } = useWords();
  const { amount, option } = useEvaluationWords();
  const { chosen, trials, seed, options } = figures;
  const all: readonly NamedChoice[] = [
    ...evaluationOptions.map((each) => ({ name: option(each), of: options[each] })),
    ...(chosen === null ? [] : [{ name: say('evaluation.chosen'), of: chosen }]),
  ];
  const cheapest = all.toSorted((one, other) => one.of.meanTotal - other.of.meanTotal)[0];
  const told = chosen === null ? cheapest : all.at(-1);
  const { mean, standardError, expected } = options.as_is.losses;
  return (
    <div className="figures">
      <p className="sheet-note">
        {say('evaluation.basis', {
          trials: number(trials),
          seed,
          mean: amount(mean),
          error: amount(standardError),
          expected: amount(expected),
        })}
      </p>
      <Options all={all} label={`${name}: ${say('evaluation.options', { currency })}`} currency={currency} />
      <Curve all={all} amounts={figures.amounts} name={name} currency={currency} />
      {told ? <Tornado choice={told} name={name} /> : null}
      <Classes figures={figures} name={name} />
      <Costs all={all} name={name} />
      <Unpriced unpriced={unpriced} />
    </div>
  );
}

type OptionsProps = { readonly all: readonly NamedChoice[]; readonly label: string; readonly currency: string };

function Options({ all, label, currency }: OptionsProps) {
  const { say } = useWords();
  const { amount, share } = useEvaluationWords();
  const columns = ['option', 'mean', 'p50', 'p90', 'p95', 'p99', 'costs', 'total'] as const;
  const tolerances = (all[0]?.of.tolerance ?? []).map(({ loss, probability }) =>
    say('evaluation.column.tolerance', { loss: amount(loss), probability: share(probability) }),
  );
  return (
    <section>
      <h4>{say('evaluation.options', { currency })}</h4>
      <Sheet
        label={label}
        columns={[...columns.map((column) => say(`evaluation.column.${column}`)), ...tolerances]}
        rows={all.map(({ name, of: { losses, costs, meanTotal, tolerance } }) => ({
          key: name,
          cells: [
            name,
            ...[losses.mean, losses.p50, losses.p90, losses.p95, losses.p99].map(amount),
            amount(costs.reduce((sum, { mean }) => sum + mean, 0)),
            <strong key="total">{amount(meanTotal)}</strong>,
            ...tolerance.map(({ loss, chance, isWithin }) => (
              <Stamp key={loss} tone={isWithin ? 'plain' : 'refused'}>
                {say(isWithin ? 'evaluation.within' : 'evaluation.beyond', { chance: share(chance) })}
              </Stamp>
            )),
          ],
        }))}
      />
    </section>
  );
}

function Classes({ figures: { classes }, name }: { readonly figures: FiguresView; readonly name: string }) {
  const { say } = useWords();
  const { amount, option, share } = useEvaluationWords();
  const columns = ['label', 'option', 'mean', 'p95', 'p99', 'none'] as const;
  return (
    <section>
      <h4>{say('evaluation.classes')}</h4>
      <Sheet
        label={`${name}: ${say('evaluation.classes')}`}
        columns={columns.map((column) => say(`evaluation.column.${column}`))}
        rows={classes.flatMap(({ label, options }) =>
          evaluationOptions.map((each) => {
            const { mean, p95, p99, chanceOfNone } = options[each];
            const cells = [label, option(each), amount(mean), amount(p95), amount(p99), share(chanceOfNone)];
            return { key: `${label} ${each}`, cells };
          }),
        )}
      />
    </section>
  );
}

// Each cost once, with the option that brings it.
function Costs({ all, name }: { readonly all: readonly NamedChoice[]; readonly name: string }) {
  const { say } = useWords();
  const { amount, option, cost } = useEvaluationWords();
  const costs = new Map(all.flatMap(({ of }) => of.costs).map((each) => [JSON.stringify(each), each]));
  if (costs.size === 0) return null;
  const columns = ['cost', 'option', 'label', 'costMean', 'low', 'high'] as const;
  return (
    <section>
      <h4>{say('evaluation.costs')}</h4>
      <Sheet
        label={`${name}: ${say('evaluation.costs')}`}
        columns={columns.map((column) => say(`evaluation.column.${column}`))}
        rows={[...costs].map(([key, each]) => ({
          key,
          cells: [
            cost(each),
            option(each.option),
            each.label ?? '–',
            ...[each.mean, each.low, each.high].map((value) => amount(value)),
          ],
        }))}
      />
    </section>
  );
}

function Unpriced({ unpriced }: { readonly unpriced: readonly UnpricedView[] }) {
  const { say } = useWords();
  if (unpriced.length === 0) return null;
  return (
    <p className="sheet-note">
      {say('evaluation.unpriced')}{' '}
      {unpriced.map(({ name }, index) => (
        <span key={name}>
          {index > 0 ? ', ' : ''}
          <code>{name}</code>
        </span>
      ))}
    </p>
  );
}
