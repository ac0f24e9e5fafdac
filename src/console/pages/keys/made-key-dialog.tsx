import { useQuery } from '@tanstack/react-query';
import type { NewKeyView } from '../../../console-api/contract.ts';
import { sessionQuery } from '../../api/queries.ts';
import { useWords } from '../../language/use-words.ts';
import { ClaudeCodeLines } from '../../pieces/claude-code-lines.tsx';
import { CopyLines } from '../../pieces/copy-lines.tsx';
import { Dialog } from '../../pieces/dialog.tsx';

type MadeKeyDialogProps = { readonly made: NewKeyView; readonly onClose: () => void };

/** Shows a key the one time that it is shown. Only its button closes this: the key could not be had again. */
export function MadeKeyDialog({ made, onClose }: MadeKeyDialogProps) {
  const { say, date } = useWords();
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  return (
    <Dialog title={say('madeKey.title', { person: made.person })} isWide>
      <p className="made-once">{say('madeKey.once')}</p>
      <p>{say('madeKey.facts', { workspace: made.workspace, until: date(made.expiresAt) })}</p>
      <h3>{say('madeKey.lines')}</h3>
      <ClaudeCodeLines gatewayUrl={session?.gatewayUrl ?? ''} octroiKey={made.key} />
      <h3>{say('madeKey.key')}</h3>
      <CopyLines lines={[made.key]} what={say('madeKey.keyName')} />
      <div className="dialog-acts">
        <button type="button" className="primary" onClick={onClose}>
          {say('madeKey.close')}
        </button>
      </div>
    </Dialog>
  );
}
