import { useState } from 'react';
import type { DeviceState, VerdictView } from '../../../console-api/fleet-contract.ts';
import { useEndpointWords } from '../../language/use-endpoint-words.ts';
import { useWords } from '../../language/use-words.ts';
import { Choice } from '../../pieces/choice.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { StateStamp } from './standing.tsx';

const states = ['not_met', 'unknown', 'met'] as const satisfies readonly DeviceState[];

/** Every verdict of a report, what is not met first, with the file and the line that decide it. */
export function Verdicts({ verdicts }: { readonly verdicts: readonly VerdictView[] }) {
  const { say } = useWords();
  const { control: name, why } = useEndpointWords();
  const [state, setState] = useState<DeviceState | undefined>(undefined);
  const shown = verdicts
    .filter((verdict) => state === undefined || verdict.state === state)
    .toSorted((one, other) => states.indexOf(one.state) - states.indexOf(other.state));
  return (
    <>
      <section className="filters" aria-label={say('device.verdicts')}>
        <Choice
          label={say('fleet.state')}
          any={say('fleet.anyState')}
          value={state}
          options={states.map((value) => ({ value, text: say(`fleet.state.${value}`) }))}
          onChange={setState}
        />
      </section>
      <Sheet
        label={say('device.verdicts')}
        columns={[
          say('fleet.column.control'),
          ...(['state', 'person', 'decided', 'why'] as const).map((column) => say(`device.column.${column}`)),
        ]}
        rows={shown.map((verdict) => ({
          key: `${verdict.person} ${verdict.control}`,
          cells: [
            name(verdict.control),
            <StateStamp key="state" state={verdict.state} />,
            <code key="person">{verdict.person.slice(0, 6)}</code>,
            <Place key="decided" verdict={verdict} />,
            why(verdict.reason, verdict.args),
          ],
        }))}
      />
    </>
  );
}

/** The file and line that decide, and over which others. */
function Place({ verdict }: { readonly verdict: VerdictView }) {
  const { say } = useWords();
  const { file, line, value, holds, overrides } = verdict;
  if (file === null) return say('device.nowhere');
  return (
    <>
      <code>{line === null ? file : `${file}:${line}`}</code>
      {value === null ? null : (
        <>
          {' '}
          <code>= {value}</code>
        </>
      )}
      {holds ? <small> {say('device.holds')}</small> : null}
      {overrides.map((one) => (
        <small key={`${one.file}:${one.line}`}> {say('device.overrides', { file: one.file, line: one.line })}</small>
      ))}
    </>
  );
}
