import { useQuery } from '@tanstack/react-query';
import type { MinimisationView } from '../../../console-api/minimisation-contract.ts';
import { minimisationQuery } from '../../api/minimisation-queries.ts';
import { kindTexts } from '../../language/kind-texts.ts';
import { useWords } from '../../language/use-words.ts';
import { Asked } from '../../pieces/asked.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import './minimisation.css';

/** What left in the last weeks by kind, first or resent, asked for or not. */
export function MinimisationPage() {
  const { say } = useWords();
  useTitle(say('minimisation.title'));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say('minimisation.title')}</h1>
          <p>{say('minimisation.lead')}</p>
        </div>
      </div>
      <Asked query={useQuery(minimisationQuery)}>{(view) => <Shown view={view} />}</Asked>
    </>
  );
}

function Shown({ view }: { readonly view: MinimisationView }) {
  const { say } = useWords();
  if (view.exchanges === 0)
    return (
      <Notice title={say('minimisation.none')}>
        <p>{say('minimisation.noneSays')}</p>
      </Notice>
    );
  return (
    <div className="minimisation">
      <Sums view={view} />
      <Kinds kinds={view.kinds} />
      <Weeks weeks={view.weeks} />
    </div>
  );
}

function Sums({ view }: { readonly view: MinimisationView }) {
  const { say, number, size, date, percent } = useWords();
  const { exchanges, stopped, countsOnly, from, unread, kinds, distinctFiles, isPartial } = view;
  const first = kinds.reduce((sum, { firstBytes }) => sum + firstBytes, 0);
  const asked = unread.reduce((sum, { firstBytes }) => sum + firstBytes, 0);
  return (
    <section>
      <p>
        {say('minimisation.sums', { exchanges: number(exchanges), stopped: number(stopped), from: date(from) })}{' '}
        {countsOnly > 0 ? say('minimisation.countsOnly', { count: number(countsOnly) }) : null}
      </p>
      <p>{say('minimisation.unread', { bytes: size(asked), share: percent(first === 0 ? 0 : asked / first) })}</p>
      <p>{say('minimisation.files', { files: number(distinctFiles.files), bytes: size(distinctFiles.bytes) })}</p>
      {isPartial ? (
        <p>
          <Prose text={say('minimisation.partial')} />
        </p>
      ) : null}
      <p className="sheet-note">
        <Prose text={say('minimisation.rules')} />
      </p>
    </section>
  );
}

const kindHeads = ['kind', 'parts', 'first', 'again', 'share'] as const;

function Kinds({ kinds }: Pick<MinimisationView, 'kinds'>) {
  const { say, number, size } = useWords();
  const most = Math.max(1, ...kinds.map(({ bytes }) => bytes));
  return (
    <section>
      <h2>{say('minimisation.kinds')}</h2>
      <Sheet
        label={say('minimisation.kinds')}
        columns={kindHeads.map((column) => say(`minimisation.column.${column}`))}
        rows={kinds.map(({ kind, parts, bytes, firstBytes }) => ({
          key: kind,
          cells: [
            say(kindTexts[kind]),
            number(parts),
            size(firstBytes),
            size(bytes - firstBytes),
            <Bar key="bar" first={firstBytes / most} again={(bytes - firstBytes) / most} />,
          ],
        }))}
      />
    </section>
  );
}

// A picture of the two sums beside it; whoever does not see it misses nothing.
function Bar({ first, again }: { readonly first: number; readonly again: number }) {
  return (
    <svg className="sent-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="sent-first" x="0" y="0" width={first * 100} height="10" />
      <rect className="sent-again" x={first * 100} y="0" width={again * 100} height="10" />
    </svg>
  );
}

const weekHeads = ['week', 'workspace', 'exchanges', 'first', 'again'] as const;

function Weeks({ weeks }: Pick<MinimisationView, 'weeks'>) {
  const { say, number, size } = useWords();
  return (
    <section>
      <h2>{say('minimisation.weeks')}</h2>
      <Sheet
        label={say('minimisation.weeks')}
        columns={weekHeads.map((column) => say(`minimisation.column.${column}`))}
        rows={weeks.map(({ week, workspace, exchanges, bytes, firstBytes }) => ({
          key: `${week} ${workspace}`,
          cells: [
            <Moment key="week" at={week} as="date" />,
            <span key="workspace" className="sent-workspace">
              {workspace}
            </span>,
            number(exchanges),
            size(firstBytes),
            size(bytes - firstBytes),
          ],
        }))}
      />
    </section>
  );
}
