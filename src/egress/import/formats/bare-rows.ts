import { actionOf, type Flow, type Format, hostOf, isAddress, isName } from '../flow.ts';
import { parseInstant } from '../instant.ts';
import { splitRow } from '../split-row.ts';

const verdict = /^(?:allow(?:ed)?|block(?:ed)?|den(?:y|ied)|proxied|permitted|drop(?:ped)?|rejected)$/i;
const mostBefore = 3;

/**
 * Rows without a header, as Cisco Umbrella exports them to a bucket: quoted values with the instant among the first. What
 * each is its form tells: a URL or a name with a final dot is where it went, an address or a person who.
 */
export const bareRows: Format = {
  name: 'rows',
  open: (now) => (text) => {
    const row = rowOf(text);
    if (!row) return 'malformed';
    const place = row.slice(0, mostBefore).findIndex((value) => parseInstant(value, now) !== undefined);
    const atMs = parseInstant(row[place] ?? '', now);
    if (atMs === undefined) return 'malformed';
    const others = row.toSpliced(place, 1);
    const host = hostIn(others);
    const source = sourceIn(others, host);
    if (host === '' || source === undefined) return 'nothing';
    const word = others.find((value) => verdict.test(value));
    const action: Flow['action'] = word === undefined ? 'unknown' : word === 'Proxied' ? 'allowed' : actionOf(word);
    return { atMs, source, host, bytesOut: 0, bytesIn: 0, action };
  },
};

const fewestValues = 3;

function rowOf(text: string): readonly string[] | undefined {
  const separator = text.includes('\t') ? '\t' : ',';
  const row = splitRow(text, separator)?.map((value) => value.replace(/^"|"$/g, ''));
  return row !== undefined && row.length >= fewestValues ? row : undefined;
}

function hostIn(values: readonly string[]): string {
  const url = values.find((value) => /^https?:\/\//i.test(value));
  if (url !== undefined) return hostOf(url);
  const asked = values.find((value) => value.endsWith('.') && isName(hostOf(value)));
  const place = values.find(
    (value) => /^[^\s@/:]+(?::\d+)?(?:\/\S*)$|^[^\s@/:]+:\d+$/.test(value) && isName(hostOf(value)),
  );
  return hostOf(asked ?? place ?? values.find((value) => isName(value.toLowerCase())) ?? '');
}

// The identity stands before the addresses where there is one; of two addresses the first is the inner one.
function sourceIn(values: readonly string[], host: string): string | undefined {
  const person = values.find((value) => /^[^\s@"]+@[^\s@"]+$/.test(value));
  if (person !== undefined) return person;
  const address = values.find((value) => value !== '' && isAddress(value) && hostOf(value) !== host);
  return address ?? values.find((value) => value !== '' && hostOf(value) !== host && !verdict.test(value));
}
