import { actionOf, countOf, type Format, hostOf, type LineReading } from '../flow.ts';
import { parseInstant } from '../instant.ts';
import { splitRow } from '../split-row.ts';

// Places in PAN-OS' rows (docs.paloaltonetworks.com, "Traffic log fields" of 8.0 to 11.0, compared with them 2026-11-27: the same
// in all; the place of a THREAT row's URL is from memory). What later versions append is not looked at.
const place = {
  type: 3,
  at: 1,
  generatedAt: 6,
  source: 7,
  goal: 8,
  user: 12,
  action: 30,
  sent: 32,
  received: 33,
  url: 31,
};
const least = 34;

/** PAN-OS' own rows, without a header: TRAFFIC names addresses, THREAT of subtype `url` the URL. */
export const paloAlto: Format = {
  name: 'palo-alto',
  open: (now) => (text) => {
    if (!/^[^,]*,\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d,/.test(text)) return 'malformed';
    const row = splitRow(text, ',');
    return row === undefined || row.length < least ? 'malformed' : flowOf(row, now);
  },
};

function flowOf(row: readonly string[], now: Date): LineReading {
  const at = (index: number): string => row[index] ?? '';
  const atMs = parseInstant(at(place.generatedAt), now) ?? parseInstant(at(place.at), now);
  if (atMs === undefined) return 'malformed';
  const source = at(place.user) || at(place.source);
  const action = actionOf(at(place.action));
  if (at(place.type) === 'THREAT')
    return { atMs, source, host: hostOf(at(place.url)), bytesOut: 0, bytesIn: 0, action };
  if (at(place.type) !== 'TRAFFIC') return 'nothing';
  const counts = { bytesOut: countOf(at(place.sent)), bytesIn: countOf(at(place.received)) };
  return { atMs, source, host: hostOf(at(place.goal)), ...counts, action };
}
