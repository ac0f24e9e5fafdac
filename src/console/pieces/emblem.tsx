/** The toll-house: a gate, its threshold, and what passes. */
export function Emblem() {
  return (
    <svg className="emblem" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
      <path className="emblem-gate" d="M4 27V15.5a12 12 0 0 1 24 0V27h-6.5V15.5a5.5 5.5 0 0 0-11 0V27z" />
      <path className="emblem-threshold" d="M2 30h28" />
      <circle className="emblem-goods" cx="16" cy="22.5" r="2.75" />
    </svg>
  );
}
