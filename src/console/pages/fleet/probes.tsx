import { useQuery } from '@tanstack/react-query';
import type { ProbedClientView } from '../../../console-api/fleet-contract.ts';
import { probesQuery } from '../../api/fleet-queries.ts';
import { useCatalogueWords } from '../../language/use-catalogue-words.ts';
import { useWords } from '../../language/use-words.ts';
import { Asked } from '../../pieces/asked.tsx';
import { Mark } from '../../pieces/stamp.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { Sheet } from '../../pieces/sheet.tsx';

/** What each version of a client reached for, side by side: a line that only some have is what changed between them. */
export function Probes() {
  const { say } = useWords();
  return (
    <>
      <p className="sheet-note">
        <Prose text={say('probes.lead')} />
      </p>
      <Asked query={useQuery(probesQuery)}>
        {(clients) =>
          clients.length === 0 ? (
            <Notice title={say('probes.none')} />
          ) : (
            clients.map((client) => <Probed key={client.client} client={client} />)
          )
        }
      </Asked>
    </>
  );
}

function Probed({ client: { name, versions } }: { readonly client: ProbedClientView }) {
  const { say } = useWords();
  const { day } = useCatalogueWords();
  const runs = versions.flatMap(({ version, from, on, runs: all }) =>
    all.map(({ mode, reached }) => ({
      key: `${version} ${from} ${mode}`,
      title: `${version}, ${say(`probes.mode.${mode}`)}`,
      origin: say(`probes.from.${from}`, { on: day(on) }),
      reached: new Set(reached),
    })),
  );
  const lines = [...new Set(runs.flatMap(({ reached }) => [...reached]))].toSorted();
  return (
    <section>
      <h2>{name}</h2>
      <ul className="probe-runs">
        {runs.map(({ key, title, origin, reached }) => (
          <li key={key}>
            {title}: {reached.size} ({origin})
          </li>
        ))}
      </ul>
      <Sheet
        label={name}
        columns={[say('probes.column.reached'), ...runs.map(({ title, origin }) => `${title} (${origin})`)]}
        rows={lines.map((line) => ({
          key: line,
          cells: [
            <code key="line">{line}</code>,
            ...runs.map(({ key, reached }) =>
              reached.has(line) ? (
                <span key={key}>
                  <Mark tone="plain" /> {say('probes.yes')}
                </span>
              ) : (
                '–'
              ),
            ),
          ],
        }))}
      />
    </section>
  );
}
