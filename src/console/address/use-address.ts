import { useSyncExternalStore } from 'react';
import type { Address } from './address.ts';
import { currentAddress, onMove } from './places.ts';

/** Where one is; the component is drawn again after each move. */
export function useAddress(): Address {
  return useSyncExternalStore(onMove, currentAddress);
}
