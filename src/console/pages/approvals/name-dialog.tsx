import { useMutation } from '@tanstack/react-query';
import type { ApprovalView, RevealedView } from '../../../console-api/access-contract.ts';
import { call } from '../../api/call.ts';
import { useWords } from '../../language/use-words.ts';
import { Dialog } from '../../pieces/dialog.tsx';
import { FormFault } from '../../pieces/form-fault.tsx';

type NameDialogProps = { readonly approval: ApprovalView; readonly onClose: () => void };

/** Shows the name behind a pseudonym, once it is asked for: each look is recorded. It is gone with the dialog. */
export function NameDialog({ approval: { id, subject }, onClose }: NameDialogProps) {
  const { say } = useWords();
  const showing = useMutation({
    mutationFn: () => call<RevealedView>(`/api/approvals/${encodeURIComponent(id)}/name`, { method: 'POST' }),
    gcTime: 0,
  });
  return (
    <Dialog title={say('approvals.nameTitle', { person: subject.name })} onCancel={onClose}>
      <p>{say('approvals.nameSays')}</p>
      <output className="approval-name">
        {showing.data ? <strong translate="no">{showing.data.name}</strong> : null}
      </output>
      <FormFault fault={showing.error} />
      <div className="dialog-acts">
        <button type="button" onClick={onClose}>
          {say('reveal.close')}
        </button>
        {showing.data ? null : (
          <button type="button" className="primary" disabled={showing.isPending} onClick={() => showing.mutate()}>
            {say('approvals.show')}
          </button>
        )}
      </div>
    </Dialog>
  );
}
