import { useQuery } from '@tanstack/react-query';
import type { WaysView, WayView } from '../../../console-api/egress-contract.ts';
import { waysQuery } from '../../api/egress-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Asked } from '../../pieces/asked.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { Source } from './source.tsx';
import { useEgressWords } from './use-egress-words.ts';
import { WaysPicture } from './ways-picture.tsx';

/** The ways that data took, as a picture and as the table that says the same. */
export function Ways() {
  const { say, number } = useWords();
  return (
    <Asked query={useQuery(waysQuery)}>
      {({ ways, days, exchanges, connections, isCut }: WaysView) => (
        <>
          <p className="sheet-note">
            {say('ways.says', { days, exchanges: number(exchanges), connections: number(connections) })}{' '}
            {isCut ? say('ways.cut') : null}
          </p>
          {ways.length === 0 ? (
            <Notice title={say('ways.none')} />
          ) : (
            <>
              <WaysPicture ways={ways} />
              <WaysSheet ways={ways} />
            </>
          )}
        </>
      )}
    </Asked>
  );
}

const columns = ['source', 'post', 'goal', 'audience', 'passed', 'refused', 'bytes'] as const;

function WaysSheet({ ways }: { readonly ways: readonly WayView[] }) {
  const { say, number, size } = useWords();
  const { audience, goal } = useEgressWords();
  return (
    <Sheet
      label={say('ways.title')}
      columns={columns.map((column) => say(`ways.column.${column}`))}
      rows={ways.map((way) => ({
        key: JSON.stringify([way.source, way.post, way.vendor, way.detail, way.audience]),
        cells: [
          <Source key="source" source={way.source} />,
          say(`ways.post.${way.post}`),
          goal(way),
          audience(way.audience),
          number(way.passed),
          number(way.refused),
          size(way.bytes),
        ],
      }))}
    />
  );
}
