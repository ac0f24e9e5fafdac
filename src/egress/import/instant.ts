const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const clock = String.raw`(\d\d):(\d\d):(\d\d)(?:[.,](\d+))?`;
// A zone by its letters alone is taken for UTC, as is none: which of the several that are called so nobody can tell.
const zone = String.raw`\s*([A-Z]{1,5}|[+-]\d\d:?\d\d)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-/](\d\d)[-/](\d\d)[T ]${clock}${zone}$`, 'i');
const dayFirst = new RegExp(String.raw`^(\d{1,2})[-/ ]([a-z]{3})[-/ ](\d{4})[: ]${clock}${zone}$`, 'i');
const monthFirst = new RegExp(String.raw`^(?:[a-z]{3},? )?([a-z]{3}) +(\d{1,2}) ${clock}(?:${zone} (\d{4}))?$`, 'i');
const yearWithin = new RegExp(String.raw`^([a-z]{3}) +(\d{1,2}),? (\d{4}) ${clock}${zone}$`, 'i');
const dayMs = 86_400_000;

/**
 * Unix time in milliseconds of a log's instant, or undefined. An instant without a zone is in UTC; one without a year is the last
 * such day that is not more than a day after `now`.
 */
export function parseInstant(text: string, now: Date): number | undefined {
  if (/^\d{9,}(\.\d+)?$/.test(text)) return unixMs(text);
  const [, year, month, day, ...rest] = yearFirst.exec(text) ?? [];
  if (year !== undefined) return instantOf([year, month, day], rest);
  const [, dayOf, name, yearOf, ...after] = dayFirst.exec(text) ?? [];
  if (name !== undefined) return instantOf([yearOf, monthNumber(name), dayOf], after);
  const [, named, dated, within, ...more] = yearWithin.exec(text) ?? [];
  if (named !== undefined) return instantOf([within, monthNumber(named), dated], more);
  const [, word, date, hours, minutes, seconds, fraction, offset, given] = monthFirst.exec(text) ?? [];
  if (word === undefined) return undefined;
  const of = (one: string) => instantOf([one, monthNumber(word), date], [hours, minutes, seconds, fraction, offset]);
  if (given !== undefined) return of(given);
  const thisYear = now.getUTCFullYear();
  const atMs = of(String(thisYear));
  return atMs !== undefined && atMs <= now.getTime() + dayMs ? atMs : of(String(thisYear - 1));
}

// Seconds, milliseconds, microseconds or nanoseconds, told apart by the number of digits.
function unixMs(text: string): number | undefined {
  const digits = text.split('.', 1)[0]?.length ?? 0;
  if (digits <= 10) return Math.round(Number(text) * 1_000);
  if (digits === 13) return Math.floor(Number(text));
  if (digits === 16 || digits === 19) return Number(text.slice(0, 13));
  return undefined;
}

function monthNumber(name: string): string {
  return String(months.indexOf(name.toLowerCase()) + 1);
}

type Part = string | undefined;

function instantOf([year, month, day]: readonly Part[], [hours, minutes, seconds, fraction, offset]: readonly Part[]) {
  const [y, mo, d, h, mi, s] = [year, month, day, hours, minutes, seconds].map(Number);
  if (y === undefined || mo === undefined || d === undefined) return undefined;
  const midnight = new Date(Date.UTC(y, mo - 1, d));
  if (midnight.getUTCMonth() !== mo - 1 || midnight.getUTCDate() !== d) return undefined;
  if (h === undefined || mi === undefined || s === undefined || h > 23 || mi > 59 || s > 60) return undefined;
  const ms = Math.floor(Number(`0.${fraction ?? '0'}`) * 1_000);
  return midnight.getTime() + ((h * 60 + mi) * 60 + s) * 1_000 + ms - offsetMs(offset);
}

function offsetMs(offset: Part): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(offset ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}
