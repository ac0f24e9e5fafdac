import { useQuery } from '@tanstack/react-query';
import type { AroundView, SessionCountView } from '../../../console-api/egress-contract.ts';
import { aroundQuery } from '../../api/egress-queries.ts';
import { Link } from '../../address/link.tsx';
import type { NamedView } from '../../../console-api/contract.ts';
import { useWords } from '../../language/use-words.ts';
import { Asked } from '../../pieces/asked.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { ProxyState } from './proxy-state.tsx';
import { Source } from './source.tsx';

/** Who goes around the gateway, and whose client tells of itself with holes. */
export function Around() {
  return (
    <Asked query={useQuery(aroundQuery)}>
      {(around) => (
        <>
          <ProxyState proxy={around.proxy} />
          <Compared around={around} />
          <PastTheGateway ways={around.waysAround} />
          <Sessions of="untold" sessions={around.untold} />
          <Sessions of="blind" sessions={around.blind} />
        </>
      )}
    </Asked>
  );
}

function Compared({ around }: { readonly around: AroundView }) {
  const { say, number } = useWords();
  const { days, flows, sighted, isGatewaySighted, toldSessions, silentSessions, isCut } = around;
  const counts = {
    days,
    flows: number(flows),
    sighted: number(sighted),
    told: number(toldSessions),
    silent: number(silentSessions),
  };
  return (
    <p className="sheet-note">
      {say('around.compared', counts)} {isCut ? say('around.cut') : null}{' '}
      {sighted > 0 && !isGatewaySighted ? <Prose text={say('around.noGateway')} /> : null}
    </p>
  );
}

function PastTheGateway({ ways }: { readonly ways: AroundView['waysAround'] }) {
  const { say, number, size } = useWords();
  const columns = ['source', 'devices', 'host', 'witness', 'passed', 'refused', 'bytes', 'first', 'last'] as const;
  return (
    <section>
      <h2>{say('around.ways')}</h2>
      <p className="sheet-note">{say('around.waysSays')}</p>
      {ways.length === 0 ? (
        <Notice title={say('around.waysNone')} />
      ) : (
        <Sheet
          label={say('around.ways')}
          columns={columns.map((column) => say(`around.column.${column}`))}
          rows={ways.map((way) => ({
            key: JSON.stringify([way.witness, way.source, way.host]),
            cells: [
              <Source key="source" source={way.source} />,
              <Devices key="devices" devices={way.devices} />,
              <code key="host">{way.host}</code>,
              say(`around.witness.${way.witness}`),
              number(way.passed),
              number(way.refused),
              size(way.bytesOut + way.bytesIn),
              <Moment key="first" at={way.firstAt} />,
              <Moment key="last" at={way.lastAt} />,
            ],
          }))}
        />
      )}
    </section>
  );
}

type SessionsProps = { readonly of: 'untold' | 'blind'; readonly sessions: readonly SessionCountView[] };

function Sessions({ of, sessions }: SessionsProps) {
  const { say, number } = useWords();
  const columns = ['person', 'devices', 'session', 'counts', 'last'] as const;
  return (
    <section>
      <h2>{say(`around.${of}`)}</h2>
      <p className="sheet-note">{say(`around.${of}Says`)}</p>
      {sessions.length === 0 ? (
        <Notice title={say(`around.${of}None`)} />
      ) : (
        <Sheet
          label={say(`around.${of}`)}
          columns={columns.map((column) => say(`around.column.${column}`))}
          rows={sessions.map((session) => ({
            key: `${session.person.id} ${session.session}`,
            cells: [
              session.person.name,
              <Devices key="devices" devices={session.devices} />,
              <code key="session" title={session.session}>
                {session.session.slice(0, 18)}
              </code>,
              say(`around.${of}Counts`, { count: number(session.count), of: number(session.of) }),
              <Moment key="last" at={session.lastAt} />,
            ],
          }))}
        />
      )}
    </section>
  );
}

function Devices({ devices }: { readonly devices: readonly NamedView[] }) {
  const { say } = useWords();
  if (devices.length === 0) return <>{say('around.noDevice')}</>;
  return (
    <ul className="plain-list">
      {devices.map(({ id, name }) => (
        <li key={id}>
          <Link to={{ page: 'device', deviceId: id }}>{name}</Link>
        </li>
      ))}
    </ul>
  );
}
