import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HoldView } from '../../../console-api/retention-contract.ts';
import { call } from '../../api/call.ts';
import { holdsQuery } from '../../api/kept-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { ActDialog, TextField, textIn } from '../../pieces/act-dialog.tsx';
import { Asked } from '../../pieces/asked.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { useMay } from '../../session/use-may.ts';
import { NewHoldDialog } from './new-hold-dialog.tsx';

type Open = { readonly kind: 'new' } | { readonly kind: 'release'; readonly hold: HoldView };

/** The holds: what is not erased, why, and until when. */
export function Holds() {
  const { say } = useWords();
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const mayAct = useMay('holds');
  const close = (): void => setOpen(undefined);
  return (
    <>
      <p className="sheet-note">{say('holds.says')}</p>
      {mayAct ? (
        <div className="sheet-acts">
          <button type="button" className="primary" onClick={() => setOpen({ kind: 'new' })}>
            {say('holds.place')}
          </button>
        </div>
      ) : null}
      <Asked query={useQuery(holdsQuery)}>
        {(holds) =>
          holds.length === 0 ? (
            <Notice title={say('holds.none')} />
          ) : (
            <Listed holds={holds} {...(mayAct ? { onRelease: (hold) => setOpen({ kind: 'release', hold }) } : {})} />
          )
        }
      </Asked>
      {open?.kind === 'new' ? <NewHoldDialog onClose={close} /> : null}
      {open?.kind === 'release' ? <ReleaseDialog hold={open.hold} onClose={close} /> : null}
    </>
  );
}

const tones = { active: 'open', run_out: 'ended', released: 'ended' } as const;

type ListedProps = { readonly holds: readonly HoldView[]; readonly onRelease?: (hold: HoldView) => void };

function Listed({ holds, onRelease }: ListedProps) {
  const { say } = useWords();
  const columns = ['scope', 'state', 'placed', 'until', 'by', 'reason'] as const;
  return (
    <Sheet
      label={say('retention.view.holds')}
      columns={[...columns.map((column) => say(`holds.column.${column}`)), ...(onRelease ? [say('holds.act')] : [])]}
      rows={holds.map((hold) => ({
        key: hold.id,
        cells: [
          <ScopeText key="scope" hold={hold} />,
          <Stamp key="state" tone={tones[hold.state]}>
            {say(`hold.${hold.state}`)}
          </Stamp>,
          <Moment key="placed" at={hold.placedAt} as="date" />,
          hold.until === null ? '–' : <Moment key="until" at={hold.until} as="date" />,
          [hold.placedBy, hold.releasedBy].filter((by) => by !== null).join(' / '),
          [hold.reason, hold.releaseReason].filter((text) => text !== null).join(' / '),
          onRelease && hold.state === 'active' ? (
            <button key="release" type="button" className="quiet" onClick={() => onRelease(hold)}>
              {say('holds.release')}
            </button>
          ) : null,
        ],
      }))}
    />
  );
}

function ScopeText({ hold: { scope, what } }: { readonly hold: HoldView }) {
  const { say, retentionClass } = useWords();
  const named = scope === 'class' ? retentionClass(what) : what;
  return (
    <>
      {say(`holds.scope.${scope}`)} {named}
    </>
  );
}

function ReleaseDialog({ hold, onClose }: { readonly hold: HoldView; readonly onClose: () => void }) {
  const { say } = useWords();
  const release = (form: FormData): Promise<unknown> =>
    call(`/api/holds/${encodeURIComponent(hold.id)}/release`, {
      method: 'POST',
      body: { reason: textIn(form, 'reason') },
    });
  return (
    <ActDialog title={say('holds.releaseTitle')} act={say('holds.release')} onAct={release} onClose={onClose}>
      <p>
        <ScopeText hold={hold} />: {hold.reason}
      </p>
      <TextField name="reason" label={say('act.reason')} how={say('act.reasonHow')} />
    </ActDialog>
  );
}
