import { useQuery } from '@tanstack/react-query';
import type { FlowsView, FlowView } from '../../../console-api/egress-contract.ts';
import type { FlowSearch } from '../../address/flow-search.ts';
import { flowsQuery } from '../../api/egress-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Asked } from '../../pieces/asked.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { Effect } from './effect.tsx';
import { FlowFilters } from './flow-filters.tsx';
import { Requests, Uninspectables } from './inspected.tsx';
import { ProxyState } from './proxy-state.tsx';
import { RuleTester } from './rule-tester.tsx';
import { Source } from './source.tsx';
import { useEgressWords } from './use-egress-words.ts';

/** The last connections through the proxy, and what would become of one that nobody has tried. */
export function Flows({ search }: { readonly search: FlowSearch }) {
  const query = useQuery(flowsQuery(search));
  return (
    <Asked query={query}>
      {(view) => (
        <>
          <ProxyState proxy={view.proxy} />
          <RuleTester />
          <Listed view={view} search={search} />
          <Uninspectables uninspectable={view.uninspectable} />
        </>
      )}
    </Asked>
  );
}

function Listed({ view, search }: { readonly view: FlowsView; readonly search: FlowSearch }) {
  const { say, number } = useWords();
  const { read, days, isCut, flows } = view;
  return (
    <section>
      <h2>{say('flows.title')}</h2>
      <p className="sheet-note">
        {say(isCut ? 'flows.readCut' : 'flows.read', { read: number(read), days, shown: number(flows.length) })}
      </p>
      {read === 0 ? null : <FlowFilters view={view} search={search} />}
      {flows.length > 0 ? (
        <FlowSheet flows={flows} />
      ) : (
        <Notice title={say(read === 0 ? 'flows.none' : 'flows.nothing')}>
          {read === 0 ? (
            <p>
              <Prose text={say('flows.noneHow')} />
            </p>
          ) : null}
        </Notice>
      )}
    </section>
  );
}

function Host({ host, port }: Pick<FlowView, 'host' | 'port'>) {
  const { say } = useWords();
  // Under zero retention the name is not kept.
  if (host === '') return <>{say('flow.unnamed')}</>;
  return <code>{port === 443 ? host : `${host}:${port}`}</code>;
}

const columns = ['at', 'source', 'host', 'effect', 'vendor', 'audience', 'out', 'in'] as const;

function FlowSheet({ flows }: { readonly flows: readonly FlowView[] }) {
  const { say, size } = useWords();
  const { audience, purpose } = useEgressWords();
  return (
    <Sheet
      label={say('flows.title')}
      columns={columns.map((column) => say(`flows.column.${column}`))}
      rows={flows.map((flow) => ({
        key: flow.id,
        cells: [
          <Moment key="at" at={flow.at} />,
          <Source key="source" source={flow.source} />,
          <Host key="host" host={flow.host} port={flow.port} />,
          <div key="effect">
            <Effect effect={flow.effect} rule={flow.rule} reason={flow.reason} />
            <Requests requests={flow.requests} />
          </div>,
          [flow.vendor, flow.purpose === null ? null : purpose(flow.purpose)].filter(Boolean).join(', ') || '–',
          audience(flow.audience),
          <span key="out" className="amount">
            {flow.bytesOut === null ? '–' : size(flow.bytesOut)}
          </span>,
          <span key="in" className="amount">
            {flow.bytesIn === null ? '–' : size(flow.bytesIn)}
          </span>,
        ],
      }))}
    />
  );
}
