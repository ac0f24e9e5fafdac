import { useEffect, useRef } from 'react';
import type { Address } from './address/address.ts';
import { useAddress } from './address/use-address.ts';
import { Missing } from './frame/dead-ends.tsx';
import { Failure } from './frame/failure.tsx';
import { Frame } from './frame/frame.tsx';
import { FramedPage } from './pages/pages.tsx';
import { SignInPage } from './pages/sign-in/sign-in-page.tsx';

/** The console: the page of the address one is at. */
export function Console() {
  const address = useAddress();
  usePageFocus(placeOf(address));
  return (
    <Failure>
      <Page address={address} />
    </Failure>
  );
}

function Page({ address }: { readonly address: Address }) {
  if (address.page === 'sign-in') return <SignInPage />;
  if (address.page === 'missing') return <Missing />;
  return (
    <Frame page={address.page}>
      <FramedPage address={address} />
    </Frame>
  );
}

// Where one is for keyboard and ears: filters and days change what is there, not the place.
function placeOf(address: Address): string {
  if (address.page === 'exchange') return address.exchangeId;
  if (address.page === 'training') return address.module;
  return 'view' in address ? `${address.page} ${address.view}` : address.page;
}

// After a change of page the keyboard and the screen reader begin at its content, as they would in another document.
function usePageFocus(page: string): void {
  const last = useRef(page);
  useEffect(() => {
    if (last.current === page) return;
    last.current = page;
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [page]);
}
