import { call } from '../../api/call.ts';
import { useWords } from '../../language/use-words.ts';
import { ActDialog, TextField, textIn } from '../../pieces/act-dialog.tsx';

function remove(form: FormData): Promise<unknown> {
  return call('/api/conversations/delete', {
    method: 'POST',
    body: { conversation: textIn(form, 'conversation'), reason: textIn(form, 'reason') },
  });
}

/** Deletes a conversation: hidden at once, erased within the policy's days. */
export function ConversationDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  return (
    <ActDialog
      title={say('requests.deleteConversation')}
      act={say('requests.delete')}
      isDangerous
      onAct={remove}
      onClose={onClose}
    >
      <p>{say('requests.conversationSays')}</p>
      <TextField name="conversation" label={say('holds.session')} how={say('holds.sessionHow')} />
      <TextField name="reason" label={say('act.reason')} how={say('act.reasonHow')} />
    </ActDialog>
  );
}
