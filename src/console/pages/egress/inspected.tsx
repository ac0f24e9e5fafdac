import type { FlowsView, FlowView } from '../../../console-api/egress-contract.ts';
import { useWords } from '../../language/use-words.ts';
import { Moment } from '../../pieces/moment.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { Effect } from './effect.tsx';
import { Source } from './source.tsx';

const requestColumns = ['method', 'path', 'status', 'decision', 'out', 'in'] as const;

/** The requests of an inspected connection, as much of them as is kept; nothing where it was not inspected. */
export function Requests({ requests }: Pick<FlowView, 'requests'>) {
  const { say, number, size } = useWords();
  if (requests.length === 0) return null;
  return (
    <details>
      <summary>{say('flow.requests', { count: number(requests.length) })}</summary>
      <Sheet
        label={say('flow.requestsOf')}
        columns={requestColumns.map((column) => say(`flow.request.${column}`))}
        rows={requests.map((request, at) => ({
          key: `${at}`,
          cells: [
            <code key="method">{request.method}</code>,
            request.path === '' ? '–' : <code key="path">{request.path}</code>,
            request.status === null ? '–' : <code key="status">{request.status}</code>,
            <Effect key="decision" effect={request.effect} rule={request.rule} reason={request.reason} />,
            <span key="out" className="amount">
              {size(request.bytesOut)}
            </span>,
            <span key="in" className="amount">
              {size(request.bytesIn)}
            </span>,
          ],
        }))}
      />
    </details>
  );
}

const clientColumns = ['at', 'source', 'host', 'client', 'reason'] as const;

/** Clients that did not take the post's certificate for an inspected host. */
export function Uninspectables({ uninspectable }: Pick<FlowsView, 'uninspectable'>) {
  const { say } = useWords();
  if (uninspectable.length === 0) return null;
  return (
    <section>
      <h2>{say('uninspectable.title')}</h2>
      <p className="sheet-note">
        <Prose text={say('uninspectable.lead')} />
      </p>
      <Sheet
        label={say('uninspectable.title')}
        columns={clientColumns.map((column) => say(`uninspectable.column.${column}`))}
        rows={uninspectable.map((each) => ({
          key: each.id,
          cells: [
            <Moment key="at" at={each.at} />,
            <Source key="source" source={each.source} />,
            <code key="host">{each.host}</code>,
            <code key="client">{each.client}</code>,
            <code key="reason">{each.reason}</code>,
          ],
        }))}
      />
    </section>
  );
}
