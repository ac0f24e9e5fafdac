import type { DevicePageView, VerdictView } from '../../../console-api/fleet-contract.ts';
import { useEndpointWords } from '../../language/use-endpoint-words.ts';
import { useWords } from '../../language/use-words.ts';
import { Sheet } from '../../pieces/sheet.tsx';
import { StateStamp } from './standing.tsx';

/** What changed since the report before. */
export function DriftList({ drift }: { readonly drift: DevicePageView['drift'] }) {
  const { say } = useWords();
  const { control: name } = useEndpointWords();
  if (drift === null || drift.length === 0)
    return <p className="sheet-note">{say(drift === null ? 'device.driftUnknown' : 'device.driftNone')}</p>;
  return (
    <Sheet
      label={say('device.drift')}
      columns={[
        say('fleet.column.control'),
        ...(['person', 'before', 'after'] as const).map((column) => say(`device.column.${column}`)),
      ]}
      rows={drift.map(({ person, control, before, after }) => ({
        key: `${person} ${control}`,
        cells: [
          name(control),
          <code key="person">{person.slice(0, 6)}</code>,
          <Told key="before" verdict={before} />,
          <Told key="after" verdict={after} />,
        ],
      }))}
    />
  );
}

function Told({ verdict }: { readonly verdict: VerdictView | null }) {
  const { say } = useWords();
  if (verdict === null) return say('device.notTold');
  const { file, line, value } = verdict;
  return (
    <>
      <StateStamp state={verdict.state} /> {file === null ? null : <code>{`${file}:${line ?? 1}`}</code>}{' '}
      {value === null ? null : <code>= {value}</code>}
    </>
  );
}
