import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useWords } from '../language/use-words.ts';
import { Dialog } from './dialog.tsx';
import { FormFault } from './form-fault.tsx';
import './form.css';

type ActDialogProps = {
  readonly title: string;
  /** What the button says that does it, and whether it cannot be undone. */
  readonly act: string;
  readonly isDangerous?: boolean;
  /** Does it with what the form holds. */
  readonly onAct: (form: FormData) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Asks for what an act needs, does it, and has everything that is shown asked for anew. */
export function ActDialog({ title, act, isDangerous = false, onAct, onClose, children }: ActDialogProps) {
  const { say } = useWords();
  const client = useQueryClient();
  const acting = useMutation({
    mutationFn: onAct,
    // Also when it was refused: what is shown may have changed meanwhile.
    onSettled: () => client.invalidateQueries(),
    onSuccess: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    acting.mutate(new FormData(event.currentTarget));
  };
  return (
    <Dialog title={title} onCancel={onClose}>
      <form onSubmit={submit} className="form">
        {children}
        <FormFault fault={acting.error} />
        <div className="dialog-acts">
          <button type="button" onClick={onClose}>
            {say('act.cancel')}
          </button>
          <button type="submit" className={isDangerous ? 'primary danger' : 'primary'} disabled={acting.isPending}>
            {act}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

type TextFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly how: string;
  readonly type?: 'text' | 'date';
  readonly isOptional?: boolean;
};

/** A line to fill in, with a word on what belongs there. */
export function TextField({ name, label, how, type = 'text', isOptional = false }: TextFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        required={!isOptional}
        maxLength={500}
        autoComplete="off"
        aria-describedby={`${id}-how`}
      />
      <p id={`${id}-how`}>{how}</p>
    </div>
  );
}

/** The text of a field that was filled in. */
export function textIn(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim();
}
