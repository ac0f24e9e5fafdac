import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { RevealForm } from '../../../console-api/access-contract.ts';
import type { NamedView } from '../../../console-api/contract.ts';
import { Link } from '../../address/link.tsx';
import { call } from '../../api/call.ts';
import { approvalsQuery } from '../../api/queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Dialog } from '../../pieces/dialog.tsx';
import { FormFault } from '../../pieces/form-fault.tsx';
import { useMayAsPerson } from '../../session/use-may.ts';

/** Asks who is behind a pseudonym, which a second person must confirm; offered to those alone who may. */
export function Reveal({ person }: { readonly person: NamedView }) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  if (!useMayAsPerson('reveal')) return null;
  return (
    <>
      <button
        type="button"
        className="quiet"
        aria-label={say('reveal.askWhat', { person: person.name })}
        onClick={() => setOpen(true)}
      >
        {say('reveal.ask')}
      </button>
      {isOpen ? <RevealDialog person={person} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

type RevealDialogProps = { readonly person: NamedView; readonly onClose: () => void };

function RevealDialog({ person, onClose }: RevealDialogProps) {
  const { say } = useWords();
  const id = useId();
  const client = useQueryClient();
  const asking = useMutation({
    mutationFn: (body: RevealForm) => call('/api/approvals/reveal', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: approvalsQuery.queryKey }),
  });
  if (asking.isSuccess) return <Asked onClose={onClose} />;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    asking.mutate({ personId: person.id, reason });
  };
  return (
    <Dialog title={say('reveal.title', { person: person.name })} onCancel={onClose}>
      <p>{say('reveal.explained')}</p>
      <form onSubmit={submit} className="form">
        <div className="field">
          <label htmlFor={id}>{say('reveal.reason')}</label>
          <textarea
            id={id}
            name="reason"
            required
            minLength={10}
            maxLength={500}
            rows={3}
            aria-describedby={`${id}-how`}
          />
          <p id={`${id}-how`}>{say('reveal.reasonHow')}</p>
        </div>
        <FormFault fault={asking.error} />
        <div className="dialog-acts">
          <button type="button" onClick={onClose}>
            {say('reveal.cancel')}
          </button>
          <button type="submit" className="primary" disabled={asking.isPending}>
            {say(asking.isPending ? 'reveal.asking' : 'reveal.send')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Asked({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  return (
    <Dialog title={say('reveal.askedTitle')} onCancel={onClose}>
      <output>{say('reveal.asked')}</output>
      <p>
        <Link to={{ page: 'approvals' }}>{say('reveal.toList')}</Link>
      </p>
      <div className="dialog-acts">
        <button type="button" className="primary" onClick={onClose}>
          {say('reveal.close')}
        </button>
      </div>
    </Dialog>
  );
}
