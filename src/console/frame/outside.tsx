import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Link } from '../address/link.tsx';
import { aboutQuery, sessionQuery } from '../api/queries.ts';
import { useWords } from '../language/use-words.ts';
import { CommandLine } from '../pieces/command-line.tsx';
import { Emblem } from '../pieces/emblem.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Prose } from '../pieces/prose.tsx';
import { useTitle } from '../pieces/use-title.ts';
import { Choices } from './choices.tsx';

/** A page for those who are not inside: the emblem, a word, and the choices that hold everywhere. */
export function Outside({ children }: { readonly children: ReactNode }) {
  return (
    <div className="outside">
      <header>
        <span className="brand">
          <Emblem />
          <span className="brand-name">octroi</span>
        </span>
        <Choices />
      </header>
      <main id="content">{children}</main>
    </div>
  );
}

/** The command that makes a sign-in link. */
export function LinkCommand() {
  const { say } = useWords();
  return <CommandLine words="console link" what={say('signIn.command')} />;
}

/** The session has ended. What it had shown is forgotten; the page comes back by itself with the next session. */
export function SignedOut() {
  const { say } = useWords();
  const client = useQueryClient();
  useTitle(say('signedOut.title'));
  useEffect(() => {
    client.removeQueries({
      predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] && queryKey[0] !== aboutQuery.queryKey[0],
    });
  }, [client]);
  return (
    <Outside>
      <Notice title={say('signedOut.title')} isPage>
        <output>{say('signedOut.explained')}</output>
        <p>
          <Link to={{ page: 'sign-in' }}>{say('signedOut.again')}</Link>
        </p>
        <p>{say('signedOut.link')}</p>
        <LinkCommand />
      </Notice>
    </Outside>
  );
}

/** octroi has not answered at all yet. */
export function OutOfReach({ fault }: { readonly fault: unknown }) {
  const words = useWords();
  const { text, hint } = words.fault(fault);
  useTitle(text);
  return (
    <Outside>
      <Notice title={text} isPage>
        <output>
          <Prose text={`${words.say('away.goesOn')} ${hint}`} />
        </output>
      </Notice>
    </Outside>
  );
}
