import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DueView, PlanView } from '../../../console-api/retention-contract.ts';
import { call } from '../../api/call.ts';
import { planQuery, retentionQuery } from '../../api/kept-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { ActDialog } from '../../pieces/act-dialog.tsx';
import { Asked } from '../../pieces/asked.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { useMay } from '../../session/use-may.ts';

/** What the next sweep would erase, and what falls due when. */
export function Due() {
  return (
    <>
      <Asked query={useQuery(planQuery)}>{(plan) => <NextSweep plan={plan} />}</Asked>
      <Asked query={useQuery(retentionQuery)}>{({ due }) => <Calendar due={due} />}</Asked>
    </>
  );
}

function NextSweep({ plan }: { readonly plan: PlanView }) {
  const { say } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const mayAct = useMay('retention');
  const toErase = plan.lines.reduce((sum, { records }) => sum + records, 0);
  return (
    <section>
      <h2>{say('retention.plan')}</h2>
      <p className="sheet-note">{say('retention.planSays')}</p>
      {plan.lines.length === 0 ? <Notice title={say('retention.planNothing')} /> : <PlanLines plan={plan} />}
      {mayAct && toErase > 0 ? (
        <div className="sheet-acts">
          <button type="button" onClick={() => setIsAsking(true)}>
            {say('retention.sweep')}
          </button>
        </div>
      ) : null}
      {isAsking ? (
        <ActDialog
          title={say('retention.sweepTitle')}
          act={say('retention.sweep')}
          isDangerous
          onAct={() =>
            call('/api/retention/sweep', { method: 'POST', body: { digest: plan.digest }, patienceMs: 600_000 })
          }
          onClose={() => setIsAsking(false)}
        >
          <p>{say('retention.sweepExplained', { records: toErase })}</p>
        </ActDialog>
      ) : null}
    </section>
  );
}

/** The lines of a plan, and the holds that keep some of it. */
export function PlanLines({ plan: { lines, byHold, rows } }: { readonly plan: PlanView }) {
  const { say, number, retentionClass } = useWords();
  return (
    <>
      <Sheet
        label={say('retention.plan')}
        columns={[
          say('retention.column.class'),
          say('retention.toErase'),
          say('retention.held'),
          say('retention.column.oldest'),
        ]}
        rows={lines.map((line) => ({
          key: line.class,
          cells: [
            retentionClass(line.class),
            number(line.records),
            number(line.held),
            <Moment key="oldest" at={line.oldestAt} as="date" />,
          ],
        }))}
      />
      {rows > 0 ? <p className="sheet-note">{say('retention.rows', { rows })}</p> : null}
      {byHold.map(({ holdId, records }) => (
        <p key={holdId} className="sheet-note">
          {say('retention.keptByHold', { id: holdId, records })}
        </p>
      ))}
    </>
  );
}

function Calendar({ due }: { readonly due: readonly DueView[] }) {
  const { say, number, retentionClass } = useWords();
  return (
    <section>
      <h2>{say('retention.calendar')}</h2>
      <p className="sheet-note">{say('retention.calendarSays')}</p>
      {due.length === 0 ? (
        <Notice title={say('retention.calendarNothing')} />
      ) : (
        <Sheet
          label={say('retention.calendar')}
          columns={[say('retention.month'), say('retention.column.class'), say('retention.column.records')]}
          rows={due.map(({ month, class: name, records }) => ({
            key: `${month} ${name}`,
            cells: [month, retentionClass(name), number(records)],
          }))}
        />
      )}
    </section>
  );
}
