import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { setupQuery } from '../../api/queries.ts';
import { contractsQuery } from '../../api/terms-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Dialog } from '../../pieces/dialog.tsx';
import { Prose } from '../../pieces/prose.tsx';
import type { Stopped } from './contract.tsx';

type ResumeDialogProps = { readonly stopped: Stopped; readonly onClose: () => void };

/** Asks once more before exchanges leave again under a contract that was stopped. The harmless answer comes first. */
export function ResumeDialog({ stopped: { id, name }, onClose }: ResumeDialogProps) {
  const words = useWords();
  const { say } = words;
  const client = useQueryClient();
  const resuming = useMutation({
    mutationFn: () => call(`/api/contracts/${encodeURIComponent(id)}/resume`, { method: 'POST' }),
    onSuccess: () => {
      for (const { queryKey } of [contractsQuery, setupQuery]) void client.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Dialog title={say('contracts.resumeTitle')} onCancel={onClose}>
      <p>
        <Prose text={say('contracts.resumeSays', { name })} />
      </p>
      {resuming.error ? (
        <p className="form-fault" role="alert">
          <Prose text={Object.values(words.fault(resuming.error)).join(' ')} />
        </p>
      ) : null}
      <div className="dialog-acts">
        <button type="button" onClick={onClose}>
          {say('contracts.resumeCancel')}
        </button>
        <button
          type="button"
          className="primary danger"
          disabled={resuming.isPending}
          onClick={() => resuming.mutate()}
        >
          {say(resuming.isPending ? 'contracts.resuming' : 'contracts.resume')}
        </button>
      </div>
    </Dialog>
  );
}
