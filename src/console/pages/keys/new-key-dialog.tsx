import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import type { NewKeyForm, NewKeyView } from '../../../console-api/contract.ts';
import { call } from '../../api/call.ts';
import { keysQuery, namesQuery, setupQuery } from '../../api/queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Dialog } from '../../pieces/dialog.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { KeyDaysField, Field, LanguageField } from './fields.tsx';

type NewKeyDialogProps = { readonly onMade: (made: NewKeyView) => void; readonly onCancel: () => void };

/** Asks for whom a key is, and has it made. */
export function NewKeyDialog({ onMade, onCancel }: NewKeyDialogProps) {
  const words = useWords();
  const { say } = words;
  const client = useQueryClient();
  const making = useMutation({
    mutationFn: (body: NewKeyForm) => call<NewKeyView>('/api/keys', { method: 'POST', body }),
    onSuccess: (made) => {
      for (const { queryKey } of [keysQuery, namesQuery, setupQuery]) void client.invalidateQueries({ queryKey });
      onMade(made);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    making.mutate(readForm(new FormData(event.currentTarget)));
  };
  return (
    <Dialog title={say('newKey.title')} onCancel={onCancel}>
      <form onSubmit={submit} className="form">
        <Field name="person" label={say('newKey.person')} how={say('newKey.personHow')} />
        <WorkspaceField />
        <LanguageField />
        <KeyDaysField />
        {making.error ? (
          <p className="form-fault" role="alert">
            <Prose text={Object.values(words.fault(making.error)).join(' ')} />
          </p>
        ) : null}
        <div className="dialog-acts">
          <button type="button" onClick={onCancel}>
            {say('newKey.cancel')}
          </button>
          <button type="submit" className="primary" disabled={making.isPending}>
            {say(making.isPending ? 'newKey.making' : 'newKey.make')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function WorkspaceField() {
  const { say } = useWords();
  const { data } = useQuery(namesQuery);
  const listId = useId();
  return (
    <>
      <Field name="workspace" label={say('newKey.workspace')} how={say('newKey.workspaceHow')} list={listId} />
      <datalist id={listId}>
        {data?.workspaces.map(({ id, name }) => (
          <option key={id} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}

function readForm(form: FormData): NewKeyForm {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  return {
    person: text('person'),
    workspace: text('workspace'),
    language: text('language') === 'fr' ? 'fr' : 'en',
    days: Number(text('days')),
  };
}
