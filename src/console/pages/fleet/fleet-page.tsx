import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { FleetPageView, NewDeviceView } from '../../../console-api/fleet-contract.ts';
import { type FleetViewName, fleetViews } from '../../address/address.ts';
import { fleetQuery } from '../../api/fleet-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Asked } from '../../pieces/asked.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import { Views } from '../../pieces/views.tsx';
import { useMay } from '../../session/use-may.ts';
import { ByControl } from './by-control.tsx';
import { CodeDialog, InviteDialog } from './invite-dialog.tsx';
import { DeviceList } from './device-list.tsx';
import { Probes } from './probes.tsx';
import { Rollout } from './rollout.tsx';
import { Strangers } from './strangers.tsx';
import { Trend } from './trend.tsx';
import './fleet.css';

/** The workstations: what each says of itself, what is rolled out to them, and what the laboratory saw. */
export function FleetPage({ view }: { readonly view: FleetViewName }) {
  const { say } = useWords();
  useTitle(say('fleet.title'));
  return (
    <div className="fleet">
      <Head />
      <Views
        label={say('fleet.views')}
        views={fleetViews.map((name) => ({
          name,
          text: say(`fleet.view.${name}`),
          to: { page: 'fleet', view: name },
          isCurrent: view === name,
        }))}
      />
      <Shown view={view} />
    </div>
  );
}

type Open = { readonly kind: 'nothing' | 'invite' } | { readonly kind: 'made'; readonly made: NewDeviceView };

function Head() {
  const { say } = useWords();
  const { data } = useQuery(fleetQuery);
  const [open, setOpen] = useState<Open>({ kind: 'nothing' });
  const mayInvite = useMay('devices');
  const close = (): void => setOpen({ kind: 'nothing' });
  return (
    <div className="page-head">
      <div>
        <h1>{say('fleet.title')}</h1>
        <p>{data ? say('fleet.lead', { hours: data.staleAfterHours }) : ' '}</p>
      </div>
      {mayInvite ? (
        <button type="button" className="primary" onClick={() => setOpen({ kind: 'invite' })}>
          {say('fleet.invite')}
        </button>
      ) : null}
      {open.kind === 'invite' ? (
        <InviteDialog
          onMade={(made) => setOpen({ kind: 'made', made })}
          // Called too when the code was made, which then is what is open.
          onCancel={() => setOpen((now) => (now.kind === 'made' ? now : { kind: 'nothing' }))}
        />
      ) : null}
      {open.kind === 'made' ? <CodeDialog made={open.made} onClose={close} /> : null}
    </div>
  );
}

function Shown({ view }: { readonly view: FleetViewName }) {
  switch (view) {
    case 'devices':
      return (
        <Known>
          {(fleet) => (
            <>
              <Trend trend={fleet.trend} />
              <DeviceList fleet={fleet} />
              <Strangers fleet={fleet} />
            </>
          )}
        </Known>
      );
    case 'controls':
      return <Known>{(fleet) => <ByControl fleet={fleet} />}</Known>;
    case 'rollout':
      return <Rollout />;
    case 'probes':
      return <Probes />;
  }
}

function Known({ children }: { readonly children: (fleet: FleetPageView) => ReactNode }) {
  const { say } = useWords();
  return (
    <Asked query={useQuery(fleetQuery)}>
      {(fleet) =>
        fleet.devices.length > 0 ? (
          children(fleet)
        ) : (
          <>
            <Notice title={say('fleet.none')}>
              <p>{say('fleet.noneHow')}</p>
            </Notice>
            <Strangers fleet={fleet} />
          </>
        )
      }
    </Asked>
  );
}
