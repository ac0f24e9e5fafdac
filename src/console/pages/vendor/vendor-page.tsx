import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { VendorEntry, VendorView } from '../../../console-api/vendor-contract.ts';
import { vendorQuery } from '../../api/kept-queries.ts';
import { useWords, type Words } from '../../language/use-words.ts';
import { Asked } from '../../pieces/asked.tsx';
import { DayField } from '../../pieces/day-field.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import { Files } from './files.tsx';
import { classTexts, untoldTexts, whyTexts } from './texts.ts';

/** What vendors still hold of what left, until when, and what nobody lets us know. */
export function VendorPage() {
  const { say } = useWords();
  const [on, setOn] = useState<string | undefined>(undefined);
  useTitle(say('vendor.title'));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say('vendor.title')}</h1>
          <p>{say('vendor.lead')}</p>
        </div>
      </div>
      <section className="filters" aria-label={say('vendor.on')}>
        <DayField label={say('vendor.on')} value={on} onChange={setOn} />
      </section>
      <Asked query={useQuery(vendorQuery(on))}>{(view) => <Shown view={view} />}</Asked>
    </>
  );
}

function Shown({ view }: { readonly view: VendorView }) {
  const { say, date } = useWords();
  return (
    <>
      <section>
        <h2>{say('vendor.calendar')}</h2>
        {view.entries.length === 0 ? <Notice title={say('mirror.nothing')} /> : <Calendar entries={view.entries} />}
      </section>
      <section>
        <h2>{say('vendor.untold')}</h2>
        <ul className="untold">
          {view.untold.map(({ kind, contract, since, facts }) => (
            <li key={`${kind} ${contract}`}>
              <Prose
                text={say(untoldTexts[kind] ?? 'mirror.untold.flagging', {
                  contract,
                  since: since === null ? '' : date(since),
                })}
              />{' '}
              {facts.map((fact) => (
                <span key={fact}>
                  <code>{fact}</code>{' '}
                </span>
              ))}
            </li>
          ))}
        </ul>
      </section>
      <Files files={view.files} />
    </>
  );
}

function Calendar({ entries }: { readonly entries: readonly VendorEntry[] }) {
  const words = useWords();
  const { say, number } = words;
  const columns = ['due', 'what', 'contract', 'labels', 'count'] as const;
  return (
    <Sheet
      label={say('vendor.calendar')}
      columns={columns.map((column) => say(`vendor.column.${column}`))}
      rows={entries.map((entry) => ({
        key: JSON.stringify([entry.contract, entry.class, entry.isPossible, entry.due]),
        cells: [
          dueText(words, entry),
          <What key="what" entry={entry} />,
          entry.vendor === '' && entry.contract === 'workstations' ? say('mirror.workstations') : entry.contract,
          volumesText(words, entry),
          number(entry.count),
        ],
      }))}
    />
  );
}

function What({ entry }: { readonly entry: VendorEntry }) {
  const { say } = useWords();
  const text = say(classTexts[entry.class] ?? 'mirror.class.messages');
  return entry.isPossible ? say('mirror.possibly', { text }) : text;
}

function dueText({ say, date }: Words, { due }: VendorEntry): string {
  if (due.kind === 'on') return date(due.on ?? '');
  return due.kind === 'until_deleted'
    ? say('mirror.untilDeleted')
    : say(whyTexts[due.why ?? ''] ?? 'mirror.why.terms_silent');
}

function volumesText({ say, size }: Words, { labels, answerBytes }: VendorEntry): string {
  return [
    ...labels.map(({ label, bytes }) => `${label ?? say('mirror.unlabelled')} ${size(bytes)}`),
    ...(answerBytes > 0 ? [`${say('mirror.answers')} ${size(answerBytes)}`] : []),
  ].join(', ');
}
