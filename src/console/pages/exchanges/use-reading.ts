import { type RefObject, useEffect, useState } from 'react';

// Within this many pixels of its top, the list is looked at from above, not read.
const nearTopPx = 4;

/** Whether somebody is reading in the list: has scrolled into it, points at a row, or has the focus in one. */
export function useReading(list: RefObject<HTMLElement | null>): boolean {
  const [isReading, setReading] = useState(false);
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const look = (): void =>
      setReading(window.scrollY > nearTopPx || element.matches(':hover') || element.contains(document.activeElement));
    // After the event, when the focus and the pointer are where they are going.
    const lookSoon = (): number => requestAnimationFrame(look);
    const watched = ['pointerenter', 'pointerleave', 'focusin', 'focusout'] as const;
    for (const name of watched) element.addEventListener(name, lookSoon);
    window.addEventListener('scroll', lookSoon, { passive: true });
    return () => {
      for (const name of watched) element.removeEventListener(name, lookSoon);
      window.removeEventListener('scroll', lookSoon);
    };
  }, [list]);
  return isReading;
}
