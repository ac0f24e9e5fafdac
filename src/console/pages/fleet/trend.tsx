import type { FleetPageView } from '../../../console-api/fleet-contract.ts';
import { useCatalogueWords } from '../../language/use-catalogue-words.ts';
import { useWords } from '../../language/use-words.ts';

const height = 60;
const states = ['not_met', 'unknown', 'met'] as const;

/** Day by day how much was met, not met and unknown, as columns of shares; a sentence says the same. */
export function Trend({ trend }: { readonly trend: FleetPageView['trend'] }) {
  const { say, number } = useWords();
  const { day } = useCatalogueWords();
  const [first, last] = [trend[0], trend.at(-1)];
  if (!first || !last) return null;
  return (
    <figure className="trend">
      <figcaption>
        <h2>{say('fleet.trend', { days: trend.length })}</h2>
        <p className="sheet-note">
          {say('fleet.trendSays', {
            met: number(last.met),
            notMet: number(last.not_met),
            unknown: number(last.unknown),
            day: day(last.day),
            firstDay: day(first.day),
            firstMet: number(first.met),
            firstNotMet: number(first.not_met),
            firstUnknown: number(first.unknown),
          })}
        </p>
      </figcaption>
      <svg viewBox={`0 0 ${trend.length * 10} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {trend.map((each, index) => (
          <Column key={each.day} counts={each} x={index * 10} />
        ))}
      </svg>
    </figure>
  );
}

function Column({ counts, x }: { readonly counts: FleetPageView['trend'][number]; readonly x: number }) {
  const all = counts.met + counts.not_met + counts.unknown;
  if (all === 0) return null;
  let below = 0;
  return states.map((state) => {
    const share = (counts[state] / all) * height;
    below += share;
    return share === 0 ? null : (
      <rect key={state} className={`trend-${state}`} x={x} y={height - below} width="8" height={share} />
    );
  });
}
