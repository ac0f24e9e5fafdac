import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { canonicalJson, type Json } from '../../base/index.ts';
import type { AskedArchive } from '../../console-api/index.ts';
import type { LedgerRecord } from '../../ledger/index.ts';
import { describeClasses, personRecords, recordAccess, type Retention } from '../../retention/index.ts';
import { describePerson, type Tenancy } from '../../tenancy/index.ts';
import { accessPage } from './record-page.ts';
import { writeArchive } from './write-archive.ts';

export type AccessParts = { readonly retention: Retention; readonly tenancy: Tenancy; readonly tenantId: string };

/** `language`: that in which the person is spoken to, where it is not given. */
export type WantedArchive = Omit<AskedArchive, 'language'> & { readonly language?: 'fr' | 'en' | undefined };

/**
 * Writes all that is held on a person into a ZIP, and records that it was made.
 * @returns how many records it holds
 * @throws cli_file_unwritable, retention_statement_invalid
 */
export async function writeAccessArchive(
  { retention, tenancy, tenantId }: AccessParts,
  { personId, by, ...wanted }: WantedArchive,
  file: string,
): Promise<number> {
  const person = await describePerson(tenancy, { tenantId, personId });
  const language = wanted.language ?? person.language;
  // How much there is of everybody is not this person's.
  const classes = (await describeClasses(retention, tenantId)).map((each) => {
    return {
      class: each.class,
      days: each.days,
      floorDays: each.floorDays,
      ceilingDays: each.ceilingDays,
      anchors: each.anchors,
    };
  });
  const madeAt = retention.now();
  const facts = { octroi: 'octroi/access@1', madeAt, person, classes };
  const page = { language, madeAt: madeAt.toISOString(), person, classes };
  const records = () => personRecords(retention, { tenantId, personId });
  const counter = { records: 0 };
  const entries = [
    { name: language === 'fr' ? 'a-lire.html' : 'read-me.html', text: accessPage(page, records()) },
    { name: 'person.json', text: once(`${JSON.stringify(facts, undefined, 2)}\n`) },
    { name: 'records.jsonl', text: lines(records(), counter) },
  ];
  await writeArchive(file, entries, madeAt);
  await recordAccess(retention, { tenantId, personId, records: counter.records, by });
  return counter.records;
}

/** The archive as a stream. What it is read from lies in a folder of its own until it is, and goes with it. */
export async function streamAccessArchive(parts: AccessParts, asked: AskedArchive): Promise<Readable> {
  const folder = await mkdtemp(join(tmpdir(), 'octroi-access-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const file = join(folder, 'archive.zip');
    await writeAccessArchive(parts, asked, file);
    return createReadStream(file).once('close', () => void remove());
  } catch (fault) {
    await remove();
    throw fault;
  }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function* lines(records: AsyncIterable<LedgerRecord>, counter: { records: number }): AsyncGenerator<string> {
  for await (const record of records) {
    counter.records += 1;
    yield `${canonicalJson(record as Json)}\n`;
  }
}
