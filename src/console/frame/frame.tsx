import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import type { Address } from '../address/address.ts';
import { go } from '../address/places.ts';
import { isSignedOut } from '../api/fault.ts';
import { sessionQuery } from '../api/queries.ts';
import { Loading } from '../pieces/loading.tsx';
import { AlarmedFacts, AwayBanner, DemoMark, StoppedContracts } from './banners.tsx';
import { Foot } from './foot.tsx';
import { Head } from './head.tsx';
import { isOpenTo } from '../session/is-open-to.ts';
import { OutOfReach, SignedOut } from './outside.tsx';
import { TrainingBanner } from './training-banner.tsx';
import './frame.css';

type FrameProps = { readonly page: Address['page']; readonly children: ReactNode };

/** What stands around every page, for those who are signed in. */
export function Frame({ page, children }: FrameProps) {
  const { data: session, error, dataUpdatedAt } = useQuery(sessionQuery);
  useReturn(error !== null);
  if (isSignedOut(error)) return <SignedOut />;
  if (!session) return error ? <OutOfReach fault={error} /> : <Loading />;
  const [mayRead, mayTeam] = [session.rights.includes('read'), session.rights.includes('trainings')];
  return (
    <div className="frame">
      {session.isDemo ? <DemoMark /> : null}
      <Head tenantName={session.tenantName} personName={session.person?.name} page={page} />
      <main id="content" tabIndex={-1}>
        {error ? <AwayBanner fault={error} since={dataUpdatedAt} /> : null}
        {mayRead ? <Alarms /> : null}
        {session.person ? <TrainingBanner /> : null}
        {isOpenTo(page, { mayRead, mayTeam }) ? children : <ToTrainings />}
      </main>
      <Foot version={session.version} />
    </div>
  );
}

function Alarms() {
  return (
    <>
      <StoppedContracts />
      <AlarmedFacts />
    </>
  );
}

// Whoever has no role of the console has come for the one thing that is open to them.
function ToTrainings() {
  useEffect(() => go({ page: 'trainings' }, { isReplacement: true }), []);
  return <Loading />;
}

// When octroi is back, all that is on the screen is asked for anew: it may be old.
function useReturn(isLost: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isLost) return undefined;
    return () => void client.invalidateQueries();
  }, [isLost, client]);
}
