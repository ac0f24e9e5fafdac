import { useState } from 'react';
import type { DeviceLineView, DeviceState, FleetPageView } from '../../../console-api/fleet-contract.ts';
import { Link } from '../../address/link.tsx';
import { useEndpointWords } from '../../language/use-endpoint-words.ts';
import { useWords } from '../../language/use-words.ts';
import { Choice } from '../../pieces/choice.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { Standing, standingOf, standings } from './standing.tsx';

const systems = [
  { value: 'linux', text: 'Linux' },
  { value: 'macos', text: 'macOS' },
  { value: 'windows', text: 'Windows' },
] as const;

const states = ['met', 'not_met', 'unknown'] as const satisfies readonly DeviceState[];

type Filters = {
  readonly system?: (typeof systems)[number]['value'] | undefined;
  readonly standing?: (typeof standings)[number] | undefined;
  readonly control?: string | undefined;
  readonly state?: DeviceState | undefined;
};

/** Every workstation, those that count no more too, with what it says in numbers. */
export function DeviceList({ fleet }: { readonly fleet: FleetPageView }) {
  const { say } = useWords();
  const [filters, setFilters] = useState<Filters>({});
  const shown = fleet.devices.filter((device) => fits(device, filters));
  return (
    <section>
      <h2>{say('fleet.list')}</h2>
      <FilterRow fleet={fleet} filters={filters} onChange={setFilters} />
      {shown.length === 0 ? <Notice title={say('fleet.noneLeft')} /> : <Listed devices={shown} />}
    </section>
  );
}

function fits(device: DeviceLineView, { system, standing, control, state }: Filters): boolean {
  if (system !== undefined && device.system !== system) return false;
  if (standing !== undefined && standingOf(device) !== standing) return false;
  const told = control === undefined ? Object.values(device.controls) : [device.controls[control] ?? 'unknown'];
  return state === undefined || told.includes(state);
}

type FilterRowProps = {
  readonly fleet: FleetPageView;
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
};

function FilterRow({ fleet, filters, onChange }: FilterRowProps) {
  const { say } = useWords();
  const { control: name } = useEndpointWords();
  return (
    <section className="filters" aria-label={say('fleet.list')}>
      <Choice
        label={say('fleet.system')}
        any={say('fleet.anySystem')}
        value={filters.system}
        options={systems}
        onChange={(system) => onChange({ ...filters, system })}
      />
      <Choice
        label={say('fleet.standing')}
        any={say('fleet.anyStanding')}
        value={filters.standing}
        options={standings.map((value) => ({ value, text: say(`fleet.standing.${value}`) }))}
        onChange={(standing) => onChange({ ...filters, standing })}
      />
      <Choice
        label={say('fleet.control')}
        any={say('fleet.anyControl')}
        value={filters.control}
        options={fleet.controls.map((value) => ({ value, text: name(value) }))}
        onChange={(control) => onChange({ ...filters, control })}
      />
      <Choice
        label={say('fleet.state')}
        any={say('fleet.anyState')}
        value={filters.state}
        options={states.map((value) => ({ value, text: say(`fleet.state.${value}`) }))}
        onChange={(state) => onChange({ ...filters, state })}
      />
    </section>
  );
}

function Listed({ devices }: { readonly devices: readonly DeviceLineView[] }) {
  const { say, number } = useWords();
  const columns = ['name', 'standing', 'last', 'met', 'notMet', 'unknown'] as const;
  return (
    <Sheet
      label={say('fleet.list')}
      columns={columns.map((column) => say(`fleet.column.${column}`))}
      rows={devices.map((device) => ({
        key: device.id,
        cells: [
          <Link key="name" to={{ page: 'device', deviceId: device.id }}>
            {device.name}
          </Link>,
          <Standing key="standing" device={device} />,
          <Last key="last" device={device} />,
          ...states.map((state) => number(Object.values(device.controls).filter((told) => told === state).length)),
        ],
      }))}
    />
  );
}

function Last({ device: { lastReportAt, missingReports } }: { readonly device: DeviceLineView }) {
  const { say, number } = useWords();
  return (
    <>
      {lastReportAt === null ? '–' : <Moment at={lastReportAt} />}
      {missingReports > 0 ? <small> {say('fleet.missing', { count: number(missingReports) })}</small> : null}
    </>
  );
}
