import type { ReactNode } from 'react';
import './stamp.css';

export type Tone = 'plain' | 'open' | 'warn' | 'refused' | 'ended' | 'redacted';

/** What the post's officer put under it. Each tone has a mark of its own, so that none is told by colour alone. */
export function Stamp({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className="stamp" data-tone={tone}>
      <Mark tone={tone} />
      {children}
    </span>
  );
}

/** The mark of a tone, beside words that say the same. */
export function Mark({ tone }: { readonly tone: Tone }) {
  return (
    <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true" focusable="false" className="mark">
      <path d={marks[tone]} />
    </svg>
  );
}

const marks = {
  plain: 'M2 6.5 5 9.5 10.5 2.5',
  open: 'M2 6h1.5M5.25 6h1.5M8.5 6H10',
  warn: 'M6 1.5v5.5M6 9.75v.5',
  ended: 'M2 6h8',
  redacted: 'M1 3.5h10M1 6h10M1 8.5h10',
  refused: 'M2.5 2.5l7 7m0-7l-7 7',
} as const;
