import { useEffect, useRef } from 'react';
import type { Address } from './address/address.ts';
import { useAddress } from './address/use-address.ts';
import { Missing } from './frame/dead-ends.tsx';
import { Failure } from './frame/failure.tsx';
import { Frame } from './frame/frame.tsx';
import { ExchangePage } from './pages/exchange/exchange-page.tsx';
import { ExchangesPage } from './pages/exchanges/exchanges-page.tsx';
import { KeysPage } from './pages/keys/keys-page.tsx';
import { SignInPage } from './pages/sign-in/sign-in-page.tsx';

/** The console: the page of the address one is at. */
export function Console() {
  const address = useAddress();
  usePageFocus(address.page === 'exchange' ? address.exchangeId : address.page);
  return (
    <Failure>
      <Page address={address} />
    </Failure>
  );
}

function Page({ address }: { readonly address: Address }) {
  switch (address.page) {
    case 'sign-in':
      return <SignInPage />;
    case 'missing':
      return <Missing />;
    case 'exchanges':
      return (
        <Frame page={address.page}>
          <ExchangesPage search={address.search} />
        </Frame>
      );
    case 'exchange':
      return (
        <Frame page={address.page}>
          <ExchangePage key={address.exchangeId} exchangeId={address.exchangeId} list={address.list} />
        </Frame>
      );
    case 'keys':
      return (
        <Frame page={address.page}>
          <KeysPage />
        </Frame>
      );
  }
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
