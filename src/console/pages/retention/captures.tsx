import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaptureForm, CaptureView } from '../../../console-api/retention-contract.ts';
import { call } from '../../api/call.ts';
import { capturesQuery } from '../../api/kept-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { ActDialog, TextField, textIn } from '../../pieces/act-dialog.tsx';
import { Asked } from '../../pieces/asked.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { Stamp, type Tone } from '../../pieces/stamp.tsx';
import { useMay } from '../../session/use-may.ts';

type Open = { readonly kind: 'ask' } | { readonly kind: 'approve' | 'end'; readonly capture: CaptureView };

/** Captures of content: asked for by one person, approved by another, in force only while the policy says the same. */
export function Captures() {
  const { say } = useWords();
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const mayAct = useMay('retention');
  const close = (): void => setOpen(undefined);
  return (
    <>
      <p className="sheet-note">
        <Prose text={say('captures.says')} />
      </p>
      {mayAct ? (
        <div className="sheet-acts">
          <button type="button" className="primary" onClick={() => setOpen({ kind: 'ask' })}>
            {say('captures.ask')}
          </button>
        </div>
      ) : null}
      <Asked query={useQuery(capturesQuery)}>
        {(captures) =>
          captures.length === 0 ? (
            <Notice title={say('captures.none')} />
          ) : (
            <Listed captures={captures} {...(mayAct ? { onAct: setOpen } : {})} />
          )
        }
      </Asked>
      {open === undefined ? null : <OpenDialog open={open} onClose={close} />}
    </>
  );
}

function OpenDialog({ open, onClose }: { readonly open: Open; readonly onClose: () => void }) {
  const { say } = useWords();
  if (open.kind === 'ask')
    return (
      <ActDialog title={say('captures.ask')} act={say('captures.ask')} onAct={ask} onClose={onClose}>
        <TextField name="label" label={say('captures.column.label')} how={say('captures.labelHow')} />
        <TextField name="purpose" label={say('captures.column.purpose')} how={say('captures.purposeHow')} />
        <TextField name="days" label={say('captures.column.days')} how={say('captures.daysHow')} />
      </ActDialog>
    );
  const { kind, capture } = open;
  const { label, days, purpose, id } = capture;
  return (
    <ActDialog
      title={say(`captures.${kind}Title`)}
      act={say(`captures.${kind}`)}
      isDangerous={kind === 'approve'}
      onAct={() => call(`/api/captures/${encodeURIComponent(id)}/${kind}`, { method: 'POST' })}
      onClose={onClose}
    >
      <p>{say(`captures.${kind}Says`, { label, days, purpose })}</p>
    </ActDialog>
  );
}

function ask(form: FormData): Promise<unknown> {
  // What is no number is refused by the server, in words.
  const days = Number(textIn(form, 'days'));
  const body: CaptureForm = { label: textIn(form, 'label'), purpose: textIn(form, 'purpose'), days: days || 0 };
  return call('/api/captures', { method: 'POST', body });
}

function toneOf({ state, isInForce }: CaptureView): Tone {
  if (state === 'approved') return isInForce ? 'refused' : 'warn';
  return state === 'requested' ? 'open' : 'ended';
}

type ListedProps = { readonly captures: readonly CaptureView[]; readonly onAct?: (open: Open) => void };

function Listed({ captures, onAct }: ListedProps) {
  const { say, number } = useWords();
  const columns = ['label', 'state', 'purpose', 'days', 'asked', 'approved'] as const;
  return (
    <Sheet
      label={say('retention.view.captures')}
      columns={[...columns.map((column) => say(`captures.column.${column}`)), ...(onAct ? [say('holds.act')] : [])]}
      rows={captures.map((capture) => ({
        key: capture.id,
        cells: [
          capture.label,
          <Stamp key="state" tone={toneOf(capture)}>
            {say(`captures.state.${stateOf(capture)}`)}
          </Stamp>,
          capture.purpose,
          number(capture.days),
          <By key="asked" who={capture.requestedBy} at={capture.requestedAt} />,
          capture.approvedBy === null || capture.approvedAt === null ? (
            '–'
          ) : (
            <By key="approved" who={capture.approvedBy} at={capture.approvedAt} />
          ),
          onAct ? <Acts key="acts" capture={capture} onAct={onAct} /> : null,
        ],
      }))}
    />
  );
}

function stateOf({ state, isInForce }: CaptureView) {
  return state === 'approved' && !isInForce ? 'waiting' : state;
}

function By({ who, at }: { readonly who: string; readonly at: string }) {
  return (
    <>
      {who} <Moment at={at} as="date" />
    </>
  );
}

type ActsProps = { readonly capture: CaptureView; readonly onAct: (open: Open) => void };

function Acts({ capture, onAct }: ActsProps) {
  const { say } = useWords();
  const isOpen = capture.state === 'requested' || capture.state === 'approved';
  return (
    <>
      {capture.state === 'requested' && !capture.isOwn ? (
        <button type="button" className="quiet" onClick={() => onAct({ kind: 'approve', capture })}>
          {say('captures.approve')}
        </button>
      ) : null}
      {isOpen ? (
        <button type="button" className="quiet" onClick={() => onAct({ kind: 'end', capture })}>
          {say('captures.end')}
        </button>
      ) : null}
    </>
  );
}
