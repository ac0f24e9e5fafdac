import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApprovalView } from '../../../console-api/access-contract.ts';
import { call } from '../../api/call.ts';
import { approvalsQuery } from '../../api/queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Dialog } from '../../pieces/dialog.tsx';
import { FormFault } from '../../pieces/form-fault.tsx';

type ConfirmDialogProps = {
  readonly approval: ApprovalView;
  readonly isConfirmed: boolean;
  readonly onClose: () => void;
};

/** Asks once more before a request is decided for good. The harmless answer comes first and has the focus. */
export function ConfirmDialog({ approval, isConfirmed, onClose }: ConfirmDialogProps) {
  const { say } = useWords();
  const client = useQueryClient();
  const { id, subject, requestedBy, reason, isOwn } = approval;
  const deciding = useMutation({
    mutationFn: () =>
      call(`/api/approvals/${encodeURIComponent(id)}/${isConfirmed ? 'confirm' : 'decline'}`, { method: 'POST' }),
    // Also when it was refused: somebody else may have decided it meanwhile.
    onSettled: () => client.invalidateQueries({ queryKey: approvalsQuery.queryKey }),
    onSuccess: onClose,
  });
  const act = isConfirmed ? 'confirm' : isOwn ? 'withdraw' : 'decline';
  return (
    <Dialog title={say(`approvals.${act}Title`, { person: subject.name })} onCancel={onClose}>
      <p>{say(`approvals.${act}Says`, { person: subject.name, by: requestedBy.name })}</p>
      <p className="approval-reason">{reason}</p>
      <FormFault fault={deciding.error} />
      <div className="dialog-acts">
        <button type="button" onClick={onClose}>
          {say('approvals.back')}
        </button>
        <button type="button" className="primary" disabled={deciding.isPending} onClick={() => deciding.mutate()}>
          {say(`approvals.${act}`)}
        </button>
      </div>
    </Dialog>
  );
}
