import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readSettings } from '../../src/cli/settings/read-settings.ts';
import { openSinks } from '../../src/cli/siem/open-sinks.ts';
import { makeFolder } from '../support/folder.ts';
import { certificatePem, keyPem, makeIdentity } from '../support/identity.ts';
import { startOtlpReceiver } from '../support/otlp-receiver.ts';
import { sampleEvents } from './sample-records.ts';

let folder: string;
beforeEach(async () => {
  folder = await makeFolder();
});

const sinksOf = (environment: Readonly<Record<string, string>>) =>
  openSinks(
    readSettings({ file: undefined, environment: { OCTROI_SIEM_OTLP: 'http://127.0.0.1:9/v1/logs', ...environment } }),
  );
const written = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};

test('nothing set is no receiver; each that is set is one', async () => {
  expect(await openSinks(readSettings({ file: undefined, environment: {} }))).toEqual([]);
  const sinks = await sinksOf({ OCTROI_SIEM_FILE: 'events.jsonl', OCTROI_SIEM_SYSLOG: 'tls://siem.example' });
  expect(sinks.map(({ name }) => name)).toEqual(['file', 'syslog', 'otlp']);
});

test('headers come from a file, and go to the collector', async () => {
  const receiver = await startOtlpReceiver();
  const headers = await written('headers', '# comment\n\nX-Scope-OrgID: team: a \r\nApi-Key: k\n');
  const [sink] = await sinksOf({ OCTROI_SIEM_OTLP: receiver.url, OCTROI_SIEM_OTLP_HEADERS_FILE: headers });
  await sink?.send(sampleEvents, new AbortController().signal);
  await sink?.close();
  expect(receiver.taken[0]?.headers).toMatchObject({ 'x-scope-orgid': 'team: a', 'api-key': 'k' });
  await receiver.close();
});

test.each(['Bearer without a name', 'Name: value\nOther value', 'Na me: x', 'Name:', 'Name: é'])(
  'a line that is no header is refused by its number, not by its text: %j',
  async (text) => {
    const file = await written('headers', text);
    const refused = await sinksOf({ OCTROI_SIEM_OTLP_HEADERS_FILE: file }).catch((fault: unknown) => fault);
    expect(refused).toMatchObject({ code: 'siem_headers_invalid', args: { file, line: text.split('\n').length } });
    expect(JSON.stringify(refused)).not.toContain('value');
  },
);

test('a CA, certificate or key that is none is refused before anything is sent', async () => {
  const identity = await makeIdentity({ name: 'Post' });
  const other = await makeIdentity({ name: 'Other' });
  const pem = await written('certificate.pem', certificatePem(identity));
  const key = await written('key.pem', await keyPem(identity));
  const foreign = await written('foreign.pem', await keyPem(other));
  const bad = await written('bad.pem', 'no certificate');
  expect(await sinksOf({ OCTROI_SIEM_CA_FILE: pem })).toHaveLength(1);
  expect(await sinksOf({ OCTROI_SIEM_CERTIFICATE_FILE: pem, OCTROI_SIEM_KEY_FILE: key })).toHaveLength(1);
  for (const wrong of [
    { OCTROI_SIEM_CA_FILE: bad },
    { OCTROI_SIEM_CERTIFICATE_FILE: bad, OCTROI_SIEM_KEY_FILE: key },
    { OCTROI_SIEM_CERTIFICATE_FILE: pem, OCTROI_SIEM_KEY_FILE: bad },
    { OCTROI_SIEM_CERTIFICATE_FILE: pem, OCTROI_SIEM_KEY_FILE: foreign },
  ])
    await expect(sinksOf(wrong)).rejects.toMatchObject({ code: 'siem_pem_invalid' });
  await expect(sinksOf({ OCTROI_SIEM_CA_FILE: join(folder, 'absent') })).rejects.toMatchObject({
    code: 'cli_file_unreadable',
  });
});
