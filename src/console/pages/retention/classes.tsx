import { useQuery } from '@tanstack/react-query';
import type { ClassView, RetentionView } from '../../../console-api/retention-contract.ts';
import { typeset } from '../../../messages/console.ts';
import { retentionQuery } from '../../api/kept-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Asked } from '../../pieces/asked.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Sheet } from '../../pieces/sheet.tsx';

/** Each class with its lifetime, its bounds and their sources, and what is there. */
export function Classes() {
  return <Asked query={useQuery(retentionQuery)}>{(retention) => <Listed retention={retention} />}</Asked>;
}

function Listed({ retention: { classes, exchanges, deletedConversationDays } }: { readonly retention: RetentionView }) {
  const { say, number, retentionClass } = useWords();
  const columns = ['class', 'days', 'bounds', 'records', 'oldest', 'source'] as const;
  return (
    <>
      <Sheet
        label={say('retention.view.classes')}
        columns={columns.map((column) => say(`retention.column.${column}`))}
        rows={classes.map((each) => ({
          key: each.name,
          cells: [
            retentionClass(each.name),
            number(each.days),
            boundsText(each, number),
            number(each.records),
            each.oldestAt === null ? '–' : <Moment key="oldest" at={each.oldestAt} as="date" />,
            <Sources key="sources" of={each} />,
          ],
        }))}
      />
      <p className="sheet-note">
        {say('retention.byLabel', {
          lifetimes: Object.entries(exchanges)
            .map(([name, days]) => `${name}: ${number(days)}`)
            .join(', '),
        })}
      </p>
      <p className="sheet-note">{say('retention.deletedSays', { days: deletedConversationDays })}</p>
    </>
  );
}

function boundsText(
  { floorDays, ceilingDays, justifiedCeilingDays }: ClassView,
  number: (of: number) => string,
): string {
  const more = justifiedCeilingDays > ceilingDays ? ` (${number(justifiedCeilingDays)})` : '';
  return `${number(floorDays)}–${number(ceilingDays)}${more}`;
}

function Sources({ of }: { readonly of: ClassView }) {
  const { language, say, date } = useWords();
  return (
    <ul className="sources">
      {of.anchors.map(({ title, url, readOn }) => (
        <li key={title.en}>
          {url === null ? typeset(language, title[language]) : <a href={url}>{typeset(language, title[language])}</a>}{' '}
          <small>{say('retention.readOn', { day: date(readOn) })}</small>
        </li>
      ))}
    </ul>
  );
}
