import { useWords } from '../../language/use-words.ts';
import { kindTexts } from '../../language/kind-texts.ts';
import type { KindSum } from './sums.ts';

type KindsBarProps = { readonly sums: readonly KindSum[]; readonly bodyBytes: number };

// In thousandths of the bar. A thinner segment still shows, but has no room for its number.
const whole = 1_000;
const gap = 2;
const numberedFrom = 28;
const height = 30;

/**
 * The shares of a body by kind. Segments bear the number of their line in the table below and alternate in texture, so
 * the bar is read without colour; its caption says all of it in words, for ears.
 */
export function KindsBar({ sums, bodyBytes }: KindsBarProps) {
  const { say, percent } = useWords();
  const shares = sums.map(({ kind, bytes }) =>
    say('exchange.share', { kind: say(kindTexts[kind]), percent: percent(bytes / bodyBytes) }),
  );
  return (
    <figure className="kinds-bar">
      <svg aria-hidden="true" focusable="false" width="100%" height={height}>
        <Textures />
        {segmentsOf(sums, bodyBytes).map(({ kind, from, width }, index) => (
          <svg key={kind} x={`${from / 10}%`} width={`${Math.max(width - gap, 1) / 10}%`} height={height}>
            <title>{shares[index]}</title>
            <rect width="100%" height={height} className={`segment segment-${index % textureCount}`} />
            <rect width="100%" height={height} fill={`url(#texture-${index % textureCount})`} />
            {width >= numberedFrom ? (
              <>
                <rect x="50%" y={7} width={18} height={16} rx={2} transform="translate(-9)" className="segment-plate" />
                <text x="50%" y={19} textAnchor="middle" className="segment-number">
                  {index + 1}
                </text>
              </>
            ) : null}
          </svg>
        ))}
      </svg>
      <figcaption className="unseen">{say('exchange.kindsBar', { shares: shares.join(', ') })}</figcaption>
    </figure>
  );
}

function segmentsOf(sums: readonly KindSum[], bodyBytes: number) {
  let at = 0;
  return sums.map(({ kind, bytes }) => {
    const width = (bytes / bodyBytes) * whole;
    const from = at;
    at += width;
    return { kind, from, width };
  });
}

const textureCount = 4;

function Textures() {
  return (
    <defs>
      <pattern id="texture-0" width="8" height="8" patternUnits="userSpaceOnUse" />
      <pattern id="texture-1" className="texture" width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M-1 7 7-1M-1 1l2-2M5 7l2-2" />
      </pattern>
      <pattern id="texture-2" className="texture" width="5" height="5" patternUnits="userSpaceOnUse">
        <path d="M0 2.5h5" />
      </pattern>
      <pattern id="texture-3" className="texture-dots" width="6" height="6" patternUnits="userSpaceOnUse">
        <circle cx="3" cy="3" r="1.1" />
      </pattern>
    </defs>
  );
}
