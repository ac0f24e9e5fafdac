import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import type { Address } from '../address/address.ts';
import { isSignedOut } from '../api/fault.ts';
import { sessionQuery } from '../api/queries.ts';
import { Loading } from '../pieces/loading.tsx';
import { AlarmedFacts, AwayBanner, DemoMark, StoppedContracts } from './banners.tsx';
import { Foot } from './foot.tsx';
import { Head } from './head.tsx';
import { OutOfReach, SignedOut } from './outside.tsx';
import './frame.css';

type FrameProps = { readonly page: Address['page']; readonly children: ReactNode };

/** What stands around every page, for those who are signed in. */
export function Frame({ page, children }: FrameProps) {
  const { data: session, error, dataUpdatedAt } = useQuery(sessionQuery);
  useReturn(error !== null);
  if (isSignedOut(error)) return <SignedOut />;
  if (!session) return error ? <OutOfReach fault={error} /> : <Loading />;
  return (
    <div className="frame">
      {session.isDemo ? <DemoMark /> : null}
      <Head tenantName={session.tenantName} personName={session.person?.name} page={page} />
      <main id="content" tabIndex={-1}>
        {error ? <AwayBanner fault={error} since={dataUpdatedAt} /> : null}
        <StoppedContracts />
        <AlarmedFacts />
        {children}
      </main>
      <Foot version={session.version} />
    </div>
  );
}

// When octroi is back, all that is on the screen is asked for anew: it may be old.
function useReturn(isLost: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isLost) return undefined;
    return () => void client.invalidateQueries();
  }, [isLost, client]);
}
