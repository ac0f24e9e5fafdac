import { useQuery } from '@tanstack/react-query';
import type { SeenView, ShadowView } from '../../../console-api/egress-contract.ts';
import { Link } from '../../address/link.tsx';
import { shadowQuery } from '../../api/egress-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Asked } from '../../pieces/asked.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { Imports } from './imports.tsx';
import { Source } from './source.tsx';
import { useEgressWords } from './use-egress-words.ts';

/** Which AI products are in use, by whom, and what the logs that tell of it were. */
export function Shadow() {
  return (
    <Asked query={useQuery(shadowQuery)}>
      {(view) => (
        <>
          <Seen view={view} />
          <Proposed proposed={view.proposed} />
          <Imports imports={view.imports} />
        </>
      )}
    </Asked>
  );
}

const heads = ['source', 'product', 'audience', 'flows', 'denied', 'volume', 'first', 'last', 'trend'] as const;

function Seen({ view: { seen, days } }: { readonly view: ShadowView }) {
  const { say, number, size } = useWords();
  const { audience, purpose } = useEgressWords();
  return (
    <section>
      <h2>{say('shadow.title')}</h2>
      <p className="sheet-note">{say('shadow.says', { days })}</p>
      {seen.length === 0 ? (
        <Notice title={say('shadow.none')}>
          <p>
            <Prose text={say('shadow.noneHow')} />
          </p>
        </Notice>
      ) : (
        <>
          <p>
            <Link to={{ page: 'fleet', view: 'rollout' }}>{say('shadow.close')}</Link>
          </p>
          <Sheet
            label={say('shadow.title')}
            columns={heads.map((column) => say(`shadow.column.${column}`))}
            rows={seen.map((one) => ({
              key: JSON.stringify([one.source, one.host]),
              cells: [
                <Source key="source" source={one.source} />,
                <Product key="product" seen={one} purpose={purpose} />,
                audience(one.audience),
                number(one.flows),
                number(one.denied),
                size(one.bytesOut + one.bytesIn),
                <Moment key="first" at={one.firstAt} as="date" />,
                <Moment key="last" at={one.lastAt} as="date" />,
                <Trend key="trend" trend={one.trend} />,
              ],
            }))}
          />
        </>
      )}
    </section>
  );
}

type ProductProps = { readonly seen: SeenView; readonly purpose: (name: string) => string };

function Product({ seen: { host, vendor, purpose: name }, purpose }: ProductProps) {
  return (
    <>
      {vendor} <code>{host}</code>
      {name === null ? null : ` (${purpose(name)})`}
    </>
  );
}

const height = 20;

// A picture of the same numbers that the row gives as sums; whoever does not see it misses the days alone.
function Trend({ trend }: { readonly trend: readonly number[] }) {
  const most = Math.max(1, ...trend);
  const columns = trend.map((count, day) => {
    const tall = (count / most) * height;
    return count === 0 ? '' : `M${day * 4} ${height}v${-tall}h3v${tall}z`;
  });
  return (
    <svg className="seen-trend" viewBox={`0 0 ${trend.length * 4} ${height}`} aria-hidden="true">
      <path d={columns.join('')} />
    </svg>
  );
}

function Proposed({ proposed }: { readonly proposed: ShadowView['proposed'] }) {
  const { say, number } = useWords();
  if (proposed.length === 0) return null;
  const hostHeads = (['host', 'flows', 'sources'] as const).map((column) => say(`shadow.proposed.${column}`));
  return (
    <section>
      <h2>{say('shadow.proposed')}</h2>
      <p className="sheet-note">{say('shadow.proposedSays')}</p>
      <Sheet
        label={say('shadow.proposed')}
        columns={hostHeads}
        rows={proposed.map(({ host, flows, sources }) => ({
          key: host,
          cells: [<code key="host">{host}</code>, number(flows), number(sources)],
        }))}
      />
    </section>
  );
}
