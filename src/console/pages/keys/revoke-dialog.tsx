import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { KeyView } from '../../../console-api/contract.ts';
import { call } from '../../api/call.ts';
import { keysQuery, setupQuery } from '../../api/queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Dialog } from '../../pieces/dialog.tsx';
import { Prose } from '../../pieces/prose.tsx';

type RevokeDialogProps = { readonly revoked: KeyView; readonly onClose: () => void };

/** Asks once more before a key ends for good. The harmless answer comes first and has the focus. */
export function RevokeDialog({ revoked, onClose }: RevokeDialogProps) {
  const words = useWords();
  const { say } = words;
  const client = useQueryClient();
  const revoking = useMutation({
    mutationFn: () => call(`/api/keys/${encodeURIComponent(revoked.id)}/revoke`, { method: 'POST' }),
    onSuccess: async () => {
      for (const { queryKey } of [keysQuery, setupQuery]) void client.invalidateQueries({ queryKey });
      onClose();
    },
  });
  const facts = {
    key: say('keys.endsIn', { hint: revoked.hint }),
    person: revoked.person,
    workspace: revoked.workspace,
  };
  return (
    <Dialog title={say('revoke.title')} onCancel={onClose}>
      <p>
        <Prose text={say('revoke.explained', facts)} />
      </p>
      {revoking.error ? (
        <p className="form-fault" role="alert">
          <Prose text={Object.values(words.fault(revoking.error)).join(' ')} />
        </p>
      ) : null}
      <div className="dialog-acts">
        <button type="button" onClick={onClose}>
          {say('revoke.cancel')}
        </button>
        <button
          type="button"
          className="primary danger"
          disabled={revoking.isPending}
          onClick={() => revoking.mutate()}
        >
          {say(revoking.isPending ? 'revoke.confirming' : 'revoke.confirm')}
        </button>
      </div>
    </Dialog>
  );
}
