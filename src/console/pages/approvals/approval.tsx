import type { ApprovalView } from '../../../console-api/access-contract.ts';
import { useWords } from '../../language/use-words.ts';
import { Moment } from '../../pieces/moment.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { useMayAsPerson } from '../../session/use-may.ts';
import type { Chosen } from './approvals-page.tsx';

type ApprovalProps = { readonly approval: ApprovalView; readonly onChoose: (chosen: Chosen) => void };

const stateTexts = {
  open: 'approvals.open',
  confirmed: 'approvals.confirmed',
  declined: 'approvals.declined',
  withdrawn: 'approvals.withdrawn',
  expired: 'approvals.expired',
} as const;

const tones = { open: 'open', confirmed: 'plain', declined: 'refused', withdrawn: 'ended', expired: 'ended' } as const;

/** One request: who asks for what and why, what came of it, and what its reader may do. */
export function Approval({ approval, onChoose }: ApprovalProps) {
  const { say } = useWords();
  const { subject, reason, requestedBy, requestedAt, state, decidedBy, expiresAt } = approval;
  return (
    <li className="approval">
      <div className="approval-head">
        <h2>{say('approvals.reveal', { person: subject.name })}</h2>
        <Stamp tone={tones[state]}>{say(stateTexts[state])}</Stamp>
      </div>
      <p className="approval-reason">{reason}</p>
      <p className="approval-facts">
        <span>
          {say('approvals.by', { person: requestedBy.name })} <Moment at={requestedAt} />
        </span>
        {decidedBy && state !== 'withdrawn' ? (
          <span>{say('approvals.decidedBy', { person: decidedBy.name })}</span>
        ) : null}
        {state === 'open' || approval.isUsable ? (
          <span>
            {say(state === 'open' ? 'approvals.until' : 'approvals.usableUntil')} <Moment at={expiresAt} />
          </span>
        ) : null}
      </p>
      <Acts approval={approval} onChoose={onChoose} />
    </li>
  );
}

function Acts({ approval, onChoose }: ApprovalProps) {
  const { say } = useWords();
  const { state, isOwn, isUsable, subject } = approval;
  if (!useMayAsPerson('reveal') || (state !== 'open' && !isUsable)) return null;
  const what = { person: subject.name };
  return (
    <div className="approval-acts">
      {isUsable ? (
        <button
          type="button"
          data-act="name"
          aria-label={say('approvals.showWhat', what)}
          onClick={() => onChoose({ act: 'name', approval })}
        >
          {say('approvals.show')}
        </button>
      ) : (
        <>
          {isOwn ? null : (
            <button
              type="button"
              data-act="confirm"
              aria-label={say('approvals.confirmWhat', what)}
              onClick={() => onChoose({ act: 'confirm', approval })}
            >
              {say('approvals.confirm')}
            </button>
          )}
          <button
            type="button"
            className="quiet"
            aria-label={say(isOwn ? 'approvals.withdrawWhat' : 'approvals.declineWhat', what)}
            onClick={() => onChoose({ act: 'decline', approval })}
          >
            {say(isOwn ? 'approvals.withdraw' : 'approvals.decline')}
          </button>
        </>
      )}
    </div>
  );
}
