import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { call } from '../../api/call.ts';
import { namesQuery } from '../../api/queries.ts';
import { useWords } from '../../language/use-words.ts';
import { ActDialog, TextField, textIn } from '../../pieces/act-dialog.tsx';

/** Asks of which days, of what and in which language a pack is to be. */
export function MakePackDialog({ onClose }: { readonly onClose: () => void }) {
  const { say, language } = useWords();
  const { data: names } = useQuery(namesQuery);
  const [scopeId, languageId] = [useId(), useId()];
  return (
    <ActDialog title={say('packs.make')} act={say('packs.make')} onAct={make} onClose={onClose}>
      <TextField name="from" label={say('packs.from')} how={say('packs.fromHow')} type="date" />
      <TextField name="until" label={say('packs.until')} how={say('packs.untilHow')} type="date" />
      <div className="field">
        <label htmlFor={scopeId}>{say('packs.column.scope')}</label>
        <select id={scopeId} name="workspace">
          <option value="">{say('packs.whole')}</option>
          {(names?.workspaces ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={languageId}>{say('packs.language')}</label>
        <select id={languageId} name="language" defaultValue={language}>
          <option value="fr">Français</option>
          <option value="en">English</option>
        </select>
      </div>
    </ActDialog>
  );
}

function make(form: FormData): Promise<unknown> {
  const workspace = textIn(form, 'workspace');
  const body = { from: textIn(form, 'from'), until: textIn(form, 'until'), language: textIn(form, 'language') };
  return call('/api/packs', { method: 'POST', body: { ...body, ...(workspace === '' ? {} : { workspace }) } });
}
