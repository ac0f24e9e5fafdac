import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCef, toOcsf } from '../../src/siem/index.ts';
import { entryOf, mapping, sampleRecords } from './sample-records.ts';

const lines = sampleRecords.flatMap((record) => toOcsf(entryOf(record), mapping).map(toCef));

/** Reads a line of CEF as receivers do: a header split at bars that are not escaped, then keys up to the next key. */
function readCef(line: string) {
  const header =
    /^CEF:0\|((?:\\.|[^\\|])*)\|((?:\\.|[^\\|])*)\|((?:\\.|[^\\|])*)\|((?:\\.|[^\\|])*)\|((?:\\.|[^\\|])*)\|(\d+)\|(.*)$/s;
  const [, vendor, product, version, code, name, severity, rest = ''] = header.exec(line) ?? [];
  const pairs = [...rest.matchAll(/(?:^| )([A-Za-z0-9]+)=((?:\\.|[^\\=])*?)(?= [A-Za-z0-9]+=|$)/gs)];
  const unescaped = (text = ''): string => text.replace(/\\n/g, '\n').replace(/\\([\\=|])/g, '$1');
  return {
    head: [vendor, product, version, code, name].map(unescaped),
    severity: Number(severity),
    fields: Object.fromEntries(pairs.map(([, key = '', value]) => [key, unescaped(value)])),
  };
}

test.each(lines)('a line of CEF is read back: %#', (line) => {
  const { head, severity, fields } = readCef(line);
  expect(head.slice(0, 2)).toEqual(['octroi', 'octroi']);
  expect(severity).toBeLessThanOrEqual(10);
  expect(Number(fields['rt'])).toBe(Date.parse('2026-11-20T08:00:00.123Z'));
  expect(fields).toMatchObject({ cs1Label: 'tenant', cs1: mapping.tenantId, cn1Label: 'sequence', cn1: '41' });
  expect(line).not.toMatch(/[\r\n]/);
});

test('a redacted exchange and its finding have the keys of the dictionary', () => {
  const [activity, finding] = lines.slice(1, 3).map(readCef);
  expect(activity).toMatchObject({
    severity: 3,
    fields: {
      suser: 'quercus-0042',
      act: 'Corrected',
      request: '/v1/messages',
      requestMethod: 'POST',
      out: '1980',
      cs3: 'billing',
      cs5: 'policy-1',
    },
  });
  expect(finding).toMatchObject({ fields: { filePath: '~/shop/.env', fname: '.env', cs4: 'secret ×1' } });
});

test('no text breaks out of its field or its line', () => {
  const [event] = toOcsf(entryOf('log', 'log_opened'), mapping);
  if (!event) throw new Error('no event');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (type, said) => {
      const line = toCef({ ...event, type_name: type, message: `x${said}` });
      expect(line).not.toMatch(/[\r\n]/);
      expect(Object.keys(readCef(line).fields)).toEqual(Object.keys(readCef(toCef({ ...event, message: 'x' })).fields));
    }),
    {
      examples: [
        ['a|b\\', 'x=1 suser=root\\'],
        ['\n', '\r\nCEF:0|x|'],
      ],
    },
  );
});
