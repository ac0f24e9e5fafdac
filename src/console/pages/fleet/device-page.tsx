import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DevicePageView } from '../../../console-api/fleet-contract.ts';
import { Link } from '../../address/link.tsx';
import { call } from '../../api/call.ts';
import { deviceQuery } from '../../api/fleet-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { ActDialog } from '../../pieces/act-dialog.tsx';
import { Asked } from '../../pieces/asked.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import { Verdict } from '../../pieces/verdict.tsx';
import { useMay } from '../../session/use-may.ts';
import { DriftList } from './drift.tsx';
import { Standing } from './standing.tsx';
import { Verdicts } from './verdicts.tsx';
import './fleet.css';

/** One workstation: what holds there, what decides it, what changed, and what came from it. */
export function DevicePage({ deviceId }: { readonly deviceId: string }) {
  return <Asked query={useQuery(deviceQuery(deviceId))}>{(view) => <Shown view={view} />}</Asked>;
}

function Shown({ view }: { readonly view: DevicePageView }) {
  const { say } = useWords();
  const { device, verdicts, drift } = view;
  useTitle(device.name);
  return (
    <div className="fleet">
      <Head view={view} />
      {verdicts === null ? (
        <p className="sheet-note">{say(device.lastReportAt === null ? 'device.never' : 'device.erased')}</p>
      ) : (
        <>
          <section>
            <h2>{say('device.drift')}</h2>
            <DriftList drift={drift} />
          </section>
          <section>
            <h2>{say('device.verdicts')}</h2>
            <p className="sheet-note">{say('device.persons')}</p>
            <Verdicts verdicts={verdicts} />
          </section>
        </>
      )}
      <Exchanges view={view} />
      <Reports view={view} />
    </div>
  );
}

function Head({ view: { device } }: { readonly view: DevicePageView }) {
  const { say, instant } = useWords();
  const [isAsking, setAsking] = useState(false);
  const mayRevoke = useMay('devices') && device.standing !== 'revoked';
  const { system, program, lastReportAt } = device;
  return (
    <div className="page-head">
      <div>
        <p>
          <Link to={{ page: 'fleet', view: 'devices' }}>{say('device.back')}</Link>
        </p>
        <h1>{device.name}</h1>
        <p>
          <Standing device={device} />{' '}
          {lastReportAt === null
            ? null
            : say('device.facts', { system: system ?? '–', program: program ?? '–', last: instant(lastReportAt) })}
        </p>
        {device.isSilent && lastReportAt !== null ? <p>{say('device.silent')}</p> : null}
      </div>
      {mayRevoke ? (
        <button type="button" className="danger" onClick={() => setAsking(true)}>
          {say('device.revoke')}
        </button>
      ) : null}
      {isAsking ? (
        <ActDialog
          title={say('device.revokeTitle')}
          act={say('device.revoke')}
          isDangerous
          onAct={() => call(`/api/fleet/devices/${encodeURIComponent(device.id)}/revoke`, { method: 'POST' })}
          onClose={() => setAsking(false)}
        >
          <p>{say('device.revokeSays', { name: device.name })}</p>
        </ActDialog>
      ) : null}
    </div>
  );
}

function Exchanges({ view: { exchanges } }: { readonly view: DevicePageView }) {
  const { say } = useWords();
  return (
    <section>
      <h2>{say('device.exchanges')}</h2>
      <p className="sheet-note">{say(exchanges.length === 0 ? 'device.exchangesNone' : 'device.exchangesSays')}</p>
      {exchanges.length === 0 ? null : (
        <Sheet
          label={say('device.exchanges')}
          columns={(['exchange', 'at', 'verdict'] as const).map((column) => say(`device.column.${column}`))}
          rows={exchanges.map(({ exchangeId, at, verdict }) => ({
            key: exchangeId,
            cells: [
              <Link key="exchange" to={{ page: 'exchange', exchangeId, list: {} }}>
                <code>{exchangeId.slice(-12)}</code>
              </Link>,
              <Moment key="at" at={at} />,
              <Verdict key="verdict" verdict={verdict} />,
            ],
          }))}
        />
      )}
    </section>
  );
}

function Reports({ view: { reports } }: { readonly view: DevicePageView }) {
  const { say, number } = useWords();
  if (reports.length === 0) return null;
  return (
    <section>
      <h2>{say('device.reports')}</h2>
      <Sheet
        label={say('device.reports')}
        columns={(['report', 'at', 'record'] as const).map((column) => say(`device.column.${column}`))}
        rows={reports.map(({ recordId, sequence, reportedAt }) => ({
          key: recordId,
          cells: [
            number(sequence),
            <Moment key="at" at={reportedAt} />,
            <Link key="record" to={{ page: 'record', name: recordId }}>
              {say('device.record')}
            </Link>,
          ],
        }))}
      />
    </section>
  );
}
