import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SessionView, SignIn } from '../../../console-api/contract.ts';
import { start } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import { go } from '../../address/places.ts';
import { call } from '../../api/call.ts';
import { isAway } from '../../api/fault.ts';
import { sessionQuery } from '../../api/queries.ts';
import { LinkCommand, Outside } from '../../frame/outside.tsx';
import { useWords } from '../../language/use-words.ts';
import { FaultNotice } from '../../pieces/fault-notice.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import { SignInWays } from './sign-in-ways.tsx';

/**
 * Turns the link's secret, which stands behind the `#`, into a session.
 *
 * The secret leaves the address at once, so that neither the history nor a screenshot has it, and goes to the server
 * in one request of its own: opening the page twice, or going back to it, uses nothing.
 */
export function SignInPage() {
  const { say } = useWords();
  const client = useQueryClient();
  const enterAs = (session: SessionView): void => {
    client.clear(); // What another session had shown is not this one's.
    client.setQueryData(sessionQuery.queryKey, session);
    go(start, { isReplacement: true });
  };
  const entering = useMutation({
    mutationFn: (body: SignIn) => call<SessionView>('/api/session', { method: 'POST', body }),
    onSuccess: enterAs,
  });
  const [refused, setRefused] = useState<string | undefined>(undefined);
  useTitle(say('signIn.title'));
  const { mutate } = entering;
  useEffect(() => {
    const enter = (): void => {
      const taken = takeFragment();
      if (taken.startsWith(refusal)) setRefused(codeIn(taken));
      else if (taken !== '') mutate({ link: taken });
    };
    enter();
    // A second link, typed over the address of this page, changes no more than what stands behind the `#`.
    window.addEventListener('hashchange', enter);
    return () => window.removeEventListener('hashchange', enter);
  }, [mutate]);
  return (
    <Outside>
      <SignInState entering={entering} refused={refused} onSignedIn={enterAs} />
    </Outside>
  );
}

// How the server sends a browser here that the identity provider could not sign in.
const refusal = 'refused=';

// Anybody can write such a link: nothing is said by it but what octroi has words for.
function codeIn(fragment: string): string {
  const code = fragment.slice(refusal.length);
  return /^console_[a-z_]{1,40}$/.test(code) ? code : 'console_sign_in_refused';
}

// At once and once: whoever asks again finds nothing.
function takeFragment(): string {
  const fragment = window.location.hash.slice(1);
  if (fragment !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
  return fragment;
}

type SignInStateProps = {
  /** The code with which the identity provider's person was refused. */
  readonly refused: string | undefined;
  readonly onSignedIn: (session: SessionView) => void;
  readonly entering: {
    readonly status: 'idle' | 'pending' | 'success' | 'error';
    readonly error: unknown;
    readonly variables: SignIn | undefined;
    readonly mutate: (body: SignIn) => void;
  };
};

function SignInState({ entering, refused, onSignedIn }: SignInStateProps) {
  const { say } = useWords();
  const { status, error, variables, mutate } = entering;
  if (status === 'pending' || status === 'success' || window.location.hash !== '')
    return <Loading what="signIn.working" />;
  if (status === 'idle') return <HowToSignIn refused={refused} onSignedIn={onSignedIn} />;
  if (isAway(error) && variables)
    return (
      <Notice title={say('signIn.awayTitle')} isPage>
        <p role="alert">{say('signIn.awayExplained')}</p>
        <button type="button" className="primary" onClick={() => mutate(variables)}>
          {say('state.tryAgain')}
        </button>
      </Notice>
    );
  return <RefusedLink fault={error} onTryAgain={() => variables && mutate(variables)} />;
}

function HowToSignIn({ refused, onSignedIn }: Pick<SignInStateProps, 'refused' | 'onSignedIn'>) {
  const { say, reason } = useWords();
  return (
    <Notice title={say('signIn.title')} isPage>
      {refused === undefined ? null : (
        <p className="form-fault" role="alert">
          <Prose text={Object.values(reason(refused)).join(' ')} />
        </p>
      )}
      <SignInWays onSignedIn={onSignedIn} />
      <StillIn />
    </Notice>
  );
}

type RefusedLinkProps = { readonly fault: unknown; readonly onTryAgain: () => void };

function RefusedLink({ fault, onTryAgain }: RefusedLinkProps) {
  const { say } = useWords();
  const isUsed = fault instanceof Error && fault.message === 'console_link_invalid';
  if (!isUsed) return <FaultNotice fault={fault} onTryAgain={onTryAgain} />;
  return (
    <Notice title={say('signIn.usedTitle')} isPage>
      <p role="alert">{say('signIn.usedExplained')}</p>
      <LinkCommand />
      <p>{say('signIn.then')}</p>
      <StillIn />
    </Notice>
  );
}

// A link that was used may well be the one that signed in this very browser.
function StillIn() {
  const { say } = useWords();
  return (
    <p className="still-in">
      {say('signIn.stillIn')} <Link to={start}>{say('signIn.goOn')}</Link>
    </p>
  );
}
