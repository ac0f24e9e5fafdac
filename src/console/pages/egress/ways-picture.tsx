import { useMemo } from 'react';
import type { WayView } from '../../../console-api/egress-contract.ts';
import { useWords } from '../../language/use-words.ts';
import { layOutWays, type Placed, pictureWidth } from './lay-out-ways.ts';
import { useSourceName } from './source.tsx';
import { useEgressWords } from './use-egress-words.ts';

/** The ways as bands from who sends, over the posts, to whom; refused ones as broken lines. The table below says the same. */
export function WaysPicture({ ways }: { readonly ways: readonly WayView[] }) {
  const { say } = useWords();
  const { goal } = useEgressWords();
  const nameOf = useSourceName();
  const placed = useMemo(
    () =>
      layOutWays(
        ways.map((way) => ({
          source: nameOf(way.source),
          post: say(`ways.post.${way.post}`),
          goal: goal(way),
          bytes: way.bytes,
          passed: way.passed,
          refused: way.refused,
        })),
      ),
    [ways, say, goal, nameOf],
  );
  return (
    <figure className="ways">
      <figcaption className="sheet-note">{say('ways.legend')}</figcaption>
      <svg viewBox={`0 0 ${pictureWidth} ${placed.height}`} aria-hidden="true">
        <Bands placed={placed} />
        <Stations placed={placed} />
      </svg>
    </figure>
  );
}

function Bands({ placed }: { readonly placed: Placed }) {
  const { size, say } = useWords();
  return placed.bands.map(({ from, to, isRefused, bytes, path, width }) => (
    <path
      key={`${from} ${to} ${isRefused}`}
      className={isRefused ? 'way-refused' : 'way-passed'}
      d={path}
      strokeWidth={width}
    >
      <title>{isRefused ? say('flow.effect.refused') : size(bytes)}</title>
    </path>
  ));
}

const mostLetters = 44;

function Stations({ placed }: { readonly placed: Placed }) {
  return placed.stations.map(({ id, name, column, x, y, width, height }) => (
    <g key={id}>
      <rect className="way-station" x={x} y={y} width={width} height={height} />
      <text
        x={column === 2 ? x - 6 : x + width + 6}
        y={y + height / 2}
        dominantBaseline="middle"
        textAnchor={column === 2 ? 'end' : 'start'}
      >
        {name.length > mostLetters ? `${name.slice(0, mostLetters)}…` : name}
      </text>
    </g>
  ));
}
