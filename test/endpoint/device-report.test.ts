import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type DeviceReport, reportType } from '../../src/base/index.ts';
import { pinnedKeyText, signEnvelope } from '../../src/base/signed-envelope.ts';
import { Spool } from '../../src/endpoint/device/spool.ts';
import { makeReport, scanEndpoint } from '../../src/endpoint/index.ts';
import { readReport } from '../../src/gateway/devices/read-report.ts';
import { buildRuleset, scan } from '../../src/detection/index.ts';
import { findSecrets, layOut } from '../support/workstation.ts';

const rules = buildRuleset();

const corpus = readdirSync(join(import.meta.dirname, '..', 'workstations'));
const { privateKey } = generateKeyPairSync('ed25519');
const identity = {
  tenantId: '01912d68-783e-7a2f-8a53-0b1c2d3e4f50',
  deviceId: '01912d68-783e-7a2f-8a53-0b1c2d3e4f51',
  referenceKey: '0'.repeat(64),
  sequence: 1,
};

function sent(report: DeviceReport): DeviceReport {
  const payload = Buffer.from(canonicalJson(JSON.parse(JSON.stringify(report))));
  const envelope = signEnvelope(payload, { type: reportType, key: privateKey });
  return readReport(Buffer.from(envelope), pinnedKeyText(privateKey)).report;
}

test.each(corpus)('the report on %s is one that a post takes, and names nobody', async (name) => {
  const { root } = await layOut(name);
  try {
    const scanned = await scanEndpoint({ root, findSecrets, now: new Date('2026-11-27T00:00:00Z') });
    const report = makeReport(scanned, { identity, program: '0.0.0', bundle: null, findSecrets });
    // The post looks for secrets once more, and refuses a report that holds one.
    for (const verdict of report.verdicts)
      expect(
        scan(rules, canonicalJson(JSON.parse(JSON.stringify(verdict)))).filter((one) => one.class === 'secret'),
      ).toEqual([]);
    expect(sent(report)).toEqual(JSON.parse(JSON.stringify(report)));
    const text = JSON.stringify(report);
    for (const { name: person } of scanned.people.filter((each) => each.name.length > 3 && each.name !== 'root'))
      expect(text).not.toMatch(new RegExp(`(?<![\\p{L}\\p{N}])${person}(?![\\p{L}\\p{N}])`, 'iu'));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

describe('reports that wait', () => {
  test('are at most five hundred: the oldest gives way', () => {
    const folder = mkdtempSync(join(tmpdir(), 'octroi-spool-'));
    const spool = new Spool(folder);
    for (let sequence = 1; sequence <= 503; sequence += 1) spool.add(sequence, String(sequence));
    expect(spool.waiting()).toEqual(Array.from({ length: 500 }, (_, index) => index + 4));
    expect(spool.read(4)).toBe('4');
    rmSync(folder, { recursive: true, force: true });
  });
});
