import { type Address, readAddress, writeAddress } from './address.ts';

type Move = {
  /** Takes the place of the present entry of the history, instead of following it. */
  readonly isReplacement?: boolean;
  /** The page stays, and so does what is in sight. */
  readonly keepsScroll?: boolean;
};

const listeners = new Set<() => void>();
// How far each entry of the history was scrolled when it was left.
const scrolled = new Map<unknown, number>();
let entries = 0;
let current = read();

/** The address now; the same object until it changes. */
export function currentAddress(): Address {
  return current;
}

/** Calls `listener` after each change of address, until the function it returns is called. */
export function onMove(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Goes to an address, as a link does. */
export function go(address: Address, { isReplacement = false, keepsScroll = false }: Move = {}): void {
  entries += 1;
  // Not a random UUID: browsers make those only under https or on this machine.
  const state = {
    entry: `${performance.timeOrigin} ${entries}`,
    ...(address.page === 'exchange' ? { list: address.list } : {}),
  };
  const url = writeAddress(address);
  // As with any link: one to the page one is at leaves no second entry.
  if (isReplacement || url === window.location.pathname + window.location.search) history.replaceState(state, '', url);
  else history.pushState(state, '', url);
  arrive();
  if (!keepsScroll) window.scrollTo(0, 0);
}

/** Listens to the browser's own moves: back, forward, and a link typed over the address. Called once, at the start. */
export function followHistory(): void {
  history.scrollRestoration = 'manual';
  window.addEventListener('scroll', () => scrolled.set(entryNow(), window.scrollY), { passive: true });
  window.addEventListener('popstate', () => {
    const goal = scrolled.get(entryNow()) ?? 0;
    arrive();
    // Before the next frame is painted React has drawn the page, with what is at hand from before.
    requestAnimationFrame(() => window.scrollTo(0, goal));
  });
}

function arrive(): void {
  current = read();
  for (const listener of listeners) listener();
}

function read(): Address {
  return readAddress(window.location.pathname, window.location.search, history.state);
}

function entryNow(): unknown {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'entry' in state ? state.entry : 'first';
}
