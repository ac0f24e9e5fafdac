import { Fragment } from 'react';
import type { DeviceLineView, FleetPageView } from '../../../console-api/fleet-contract.ts';
import { Link } from '../../address/link.tsx';
import { useEndpointWords } from '../../language/use-endpoint-words.ts';
import { useWords } from '../../language/use-words.ts';
import { Sheet } from '../../pieces/sheet.tsx';

const mostNamed = 8;

/** Every control over the workstations that are enrolled, the worst first. */
export function ByControl({ fleet }: { readonly fleet: FleetPageView }) {
  const { say, number } = useWords();
  const { control: name } = useEndpointWords();
  const enrolled = fleet.devices.filter(({ standing }) => standing === 'enrolled');
  const having = (control: string, state: string) => enrolled.filter(({ controls }) => controls[control] === state);
  const lines = fleet.controls
    .map((control) => ({
      control,
      met: having(control, 'met').length,
      notMet: having(control, 'not_met'),
      unknown: having(control, 'unknown').length,
    }))
    .toSorted((one, other) => other.notMet.length - one.notMet.length || other.unknown - one.unknown);
  const columns = ['control', 'met', 'notMet', 'unknown', 'devices'] as const;
  return (
    <Sheet
      label={say('fleet.view.controls')}
      columns={columns.map((column) => say(`fleet.column.${column}`))}
      rows={lines.map(({ control, met, notMet, unknown }) => ({
        key: control,
        cells: [
          name(control),
          number(met),
          number(notMet.length),
          number(unknown),
          notMet.length === 0 ? '–' : <Names key="devices" devices={notMet} />,
        ],
      }))}
    />
  );
}

function Names({ devices }: { readonly devices: readonly DeviceLineView[] }) {
  return (
    <>
      {devices.slice(0, mostNamed).map(({ id, name }, index) => (
        <Fragment key={id}>
          {index > 0 ? ', ' : null}
          <Link to={{ page: 'device', deviceId: id }}>{name}</Link>
        </Fragment>
      ))}
      {devices.length > mostNamed ? ` +${devices.length - mostNamed}` : null}
    </>
  );
}
