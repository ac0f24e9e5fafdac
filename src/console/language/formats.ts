import { type Language, localeOf } from '../../messages/console.ts';

/** How numbers, sizes and instants are written in one language. Instants are ISO 8601 and shown in the browser's zone. */
export type Formats = {
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  /** A size to read at a glance: `54 kB`. */
  readonly size: (bytes: number) => string;
  /** A size to the byte: `54,037 bytes`. */
  readonly bytes: (bytes: number) => string;
  readonly duration: (ms: number) => string;
  /** `14:03:05` */
  readonly clock: (at: string | number) => string;
  /** `Wednesday 25 November 2026` */
  readonly day: (at: string) => string;
  /** `25 Nov 2026` */
  readonly date: (at: string) => string;
  /** `25 Nov 2026, 14:03:05` */
  readonly instant: (at: string) => string;
  readonly zone: string;
};

const sizeUnits = [
  { unit: 'kilobyte', bytes: 1e3 },
  { unit: 'megabyte', bytes: 1e6 },
  { unit: 'gigabyte', bytes: 1e9 },
] as const;

// What rounds to nothing is not nothing.
const leastShare = 0.001;

/** Makes the formats of a language; making them is what costs, so it is done once. */
export function formatsOf(language: Language): Formats {
  const locale = localeOf[language];
  const number = new Intl.NumberFormat(locale);
  const small = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const whole = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const dated = dateFormats(locale);
  return {
    number: (value) => number.format(value),
    percent: (share) => {
      if (share > 0 && share < leastShare) return `<\u202f${small.format(leastShare)}`;
      return (share < 0.1 ? small : whole).format(share);
    },
    ...sizeFormats(locale),
    duration: durationFormat(locale),
    ...dated,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

function unitFormat(locale: string, unit: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, ...options });
}

function sizeFormats(locale: string): Pick<Formats, 'size' | 'bytes'> {
  const exact = unitFormat(locale, 'byte', { unitDisplay: 'long' });
  const units = sizeUnits.map(({ unit, bytes }) => ({
    bytes,
    one: unitFormat(locale, unit, { unitDisplay: 'short', maximumFractionDigits: 1, minimumFractionDigits: 1 }),
    whole: unitFormat(locale, unit, { unitDisplay: 'short', maximumFractionDigits: 0 }),
  }));
  const size = (bytes: number): string => {
    const unit = units.findLast((candidate) => bytes >= candidate.bytes);
    if (!unit) return exact.format(bytes);
    const value = bytes / unit.bytes;
    return (value < 10 ? unit.one : unit.whole).format(value);
  };
  return { size, bytes: (bytes) => exact.format(bytes) };
}

function durationFormat(locale: string): Formats['duration'] {
  const milliseconds = unitFormat(locale, 'millisecond', { unitDisplay: 'short' });
  const seconds = unitFormat(locale, 'second', { unitDisplay: 'short', maximumFractionDigits: 1 });
  return (ms) => (ms < 1_000 ? milliseconds.format(ms) : seconds.format(ms / 1_000));
}

function dateFormats(locale: string): Pick<Formats, 'clock' | 'day' | 'date' | 'instant'> {
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  return {
    clock: (at) => clock.format(new Date(at)),
    day: (at) => day.format(new Date(at)),
    date: (at) => date.format(new Date(at)),
    instant: (at) => instant.format(new Date(at)),
  };
}
