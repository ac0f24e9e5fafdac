import type { FleetPageView } from '../../../console-api/fleet-contract.ts';
import { useWords } from '../../language/use-words.ts';
import { Moment } from '../../pieces/moment.tsx';
import { Sheet } from '../../pieces/sheet.tsx';

/** Clients that send through the gateway from machines that do not report. */
export function Strangers({ fleet: { strangers, exchangesRead } }: { readonly fleet: FleetPageView }) {
  const { say, number } = useWords();
  const read = { read: number(exchangesRead) };
  if (exchangesRead === 0) return null;
  return (
    <section>
      <h2>{say('fleet.strangers')}</h2>
      <p className="sheet-note">{say(strangers.length === 0 ? 'fleet.strangersNone' : 'fleet.strangersSays', read)}</p>
      {strangers.length === 0 ? null : (
        <Sheet
          label={say('fleet.strangers')}
          columns={(['client', 'exchanges', 'last'] as const).map((column) => say(`fleet.stranger.${column}`))}
          rows={strangers.map(({ clientDeviceId, exchanges, lastAt }) => ({
            key: clientDeviceId,
            cells: [
              <code key="client" title={clientDeviceId}>
                {clientDeviceId.slice(0, 16)}
              </code>,
              number(exchanges),
              <Moment key="last" at={lastAt} />,
            ],
          }))}
        />
      )}
    </section>
  );
}
