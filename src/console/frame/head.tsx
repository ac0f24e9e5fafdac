import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MouseEvent } from 'react';
import { type Address, start } from '../address/address.ts';
import { Link } from '../address/link.tsx';
import { call } from '../api/call.ts';
import { sessionQuery } from '../api/queries.ts';
import { useWords } from '../language/use-words.ts';
import { Emblem } from '../pieces/emblem.tsx';
import { Choices } from './choices.tsx';
import { Navigation } from './navigation.tsx';

type HeadProps = {
  readonly tenantName: string;
  /** Who is signed in; undefined for a one-time link. */
  readonly personName: string | undefined;
  readonly page: Address['page'];
};

/** The head of every page: what this is, whose it is, and where one can go. */
export function Head({ tenantName, personName, page }: HeadProps) {
  const { say } = useWords();
  return (
    <header className="head">
      <a className="skip" href="#content" onClick={skip}>
        {say('nav.skip')}
      </a>
      <div className="head-inner">
        <Link to={start} className="brand" aria-label={say('nav.home')}>
          <Emblem />
          <span className="brand-name">octroi</span>
        </Link>
        <span className="tenant">{tenantName}</span>
        <Navigation page={page} />
        <Choices />
        <span className="signed-in" title={say('nav.signedInAs')}>
          {personName ?? say('nav.byLink')}
        </span>
        <SignOut />
      </div>
    </header>
  );
}

// Without the fragment in the address, which would be an entry of the history that leads nowhere.
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function SignOut() {
  const { say } = useWords();
  const client = useQueryClient();
  const leaving = useMutation({
    mutationFn: () => call('/api/session', { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  return (
    <button type="button" className="quiet sign-out" onClick={() => leaving.mutate()} disabled={leaving.isPending}>
      {say('nav.signOut')}
    </button>
  );
}
