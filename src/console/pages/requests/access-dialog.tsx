import { callFile } from '../../api/call.ts';
import { useWords } from '../../language/use-words.ts';
import { ActDialog, textIn } from '../../pieces/act-dialog.tsx';
import { saveFile } from '../../pieces/save-file.ts';
import { PersonField } from './person-field.tsx';

/** Has the archive made of all that is held on a person, and saves it. */
export function AccessDialog({ onClose }: { readonly onClose: () => void }) {
  const { say, language } = useWords();
  const make = async (form: FormData): Promise<void> => {
    const body = { person: textIn(form, 'person'), language };
    saveFile(await callFile('/api/access-requests', body), 'access-request.zip');
  };
  return (
    <ActDialog title={say('requests.access')} act={say('requests.accessMake')} onAct={make} onClose={onClose}>
      <p>{say('requests.accessSays')}</p>
      <PersonField />
    </ActDialog>
  );
}
