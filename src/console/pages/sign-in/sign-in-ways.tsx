import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import type { PasswordForm } from '../../../console-api/access-contract.ts';
import type { SessionView } from '../../../console-api/contract.ts';
import { call } from '../../api/call.ts';
import { waysQuery } from '../../api/queries.ts';
import { LinkCommand } from '../../frame/outside.tsx';
import { useWords } from '../../language/use-words.ts';
import { FormFault } from '../../pieces/form-fault.tsx';
import { canUsePasskeys, signWithPasskey } from './passkey.ts';
import '../../pieces/form.css';
import './sign-in.css';

type WaysProps = { readonly onSignedIn: (session: SessionView) => void };

/** The ways in: at the company's identity provider or with an account here, and the one-time link. */
export function SignInWays({ onSignedIn }: WaysProps) {
  const { say } = useWords();
  const { data } = useQuery(waysQuery);
  return (
    <>
      {data && data.providerName !== null ? <Provider name={data.providerName} /> : null}
      {data?.hasAccounts ? <Account onSignedIn={onSignedIn} /> : null}
      {data?.hasPasskeys && canUsePasskeys() ? <Passkey onSignedIn={onSignedIn} /> : null}
      <section className="by-link">
        <h2>{say('signIn.linkTitle')}</h2>
        <p>{say('signIn.how')}</p>
        <LinkCommand />
        <p>{say('signIn.then')}</p>
      </section>
    </>
  );
}

// A link and no call: the browser itself goes to the provider, and comes back with a session.
function Provider({ name }: { readonly name: string }) {
  const { say } = useWords();
  return (
    <p>
      <a className="button primary" href="/api/sign-in/provider">
        {say('signIn.provider', { provider: name })}
      </a>
    </p>
  );
}

function Account({ onSignedIn }: WaysProps) {
  const { say } = useWords();
  const id = useId();
  const entering = useMutation({
    mutationFn: (body: PasswordForm) => call<SessionView>('/api/sign-in/password', { method: 'POST', body }),
    onSuccess: onSignedIn,
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    entering.mutate({ name: String(form.get('name') ?? ''), password: String(form.get('password') ?? '') });
  };
  return (
    <form onSubmit={submit} className="form">
      <div className="field">
        <label htmlFor={`${id}-name`}>{say('signIn.name')}</label>
        <input id={`${id}-name`} name="name" required maxLength={120} autoComplete="username" />
      </div>
      <div className="field">
        <label htmlFor={`${id}-password`}>{say('signIn.password')}</label>
        <input
          id={`${id}-password`}
          name="password"
          type="password"
          required
          maxLength={200}
          autoComplete="current-password"
        />
      </div>
      <FormFault fault={entering.error} />
      <div className="sign-in-acts">
        <button type="submit" className="primary" disabled={entering.isPending}>
          {say(entering.isPending ? 'signIn.entering' : 'signIn.enter')}
        </button>
      </div>
      <p className="sign-in-note">{say('signIn.account')}</p>
    </form>
  );
}

function Passkey({ onSignedIn }: WaysProps) {
  const { say } = useWords();
  const entering = useMutation({ mutationFn: signWithPasskey, onSuccess: onSignedIn });
  return (
    <div className="form">
      <FormFault fault={entering.error} />
      <div className="sign-in-acts">
        <button type="button" disabled={entering.isPending} onClick={() => entering.mutate()}>
          {say('signIn.passkey')}
        </button>
      </div>
    </div>
  );
}
