import type { ComponentProps, MouseEvent } from 'react';
import { type Address, writeAddress } from './address.ts';
import { go } from './places.ts';

type LinkProps = Omit<ComponentProps<'a'>, 'href' | 'onClick'> & { readonly to: Address };

/** A link within the console. It is a real one: it opens in another tab, and its address can be copied. */
export function Link({ to, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent): void => {
    const isForBrowser = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (isForBrowser) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={writeAddress(to)} onClick={follow} {...rest}>
      {children}
    </a>
  );
}
