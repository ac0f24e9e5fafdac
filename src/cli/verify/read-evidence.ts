import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Evidence, type LogFiles, packNames, parseKeys, type Trust } from '../../ledger/verify/index.ts';
import { OctroiError } from '../../base/index.ts';
import { readPackArchive, readPackFolder } from './read-pack.ts';

/** The names beside the tiles in a log's folder. */
const earlierFolder = 'checkpoints';
const recordsFile = 'records.jsonl';

/** Opens what was named on the command line. @throws ledger_file_unreadable */
export async function readEvidence(name: string): Promise<Evidence> {
  const found = await stat(name).catch((fault: unknown) => {
    throw new OctroiError('ledger_file_unreadable', { file: name }, fault);
  });
  if (found.isDirectory()) {
    const isPack = (await namesIn(name)).includes(packNames.manifest);
    return isPack ? { kind: 'pack', files: await readPackFolder(name) } : { kind: 'log', files: await logFiles(name) };
  }
  const beginning = await beginningOf(name);
  if (beginning.startsWith('PK\u0003\u0004')) return { kind: 'pack', files: await readPackArchive(name) };
  return {
    kind: 'file',
    beginning,
    text: () => readFile(name, 'utf8'),
    lines: () => linesOf(name),
  };
}

/**
 * The keys the reader trusts: each value is a key itself or the name of a file of keys.
 * @throws ledger_file_unreadable, ledger_key_malformed
 */
export async function readTrust(keys: readonly string[], origin: string | undefined): Promise<Trust> {
  const texts = await Promise.all(keys.map((key) => readFile(key, 'utf8').catch(() => keyItself(key))));
  return { keys: texts.flatMap((text) => parseKeys(text)), origin };
}

// A key has its id, eight digits, between plus signs; a file's name that is missing must not be taken for a key.
function keyItself(value: string): string {
  if (/^[^+]+\+[0-9a-f]{8}\+/.test(value)) return value;
  throw new OctroiError('ledger_file_unreadable', { file: value });
}

async function beginningOf(name: string): Promise<string> {
  const file = await open(name);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead).toString('utf8');
  } finally {
    await file.close();
  }
}

async function logFiles(folder: string): Promise<LogFiles> {
  const names = await namesIn(join(folder, earlierFolder));
  const hasRecords = (await namesIn(folder)).includes(recordsFile);
  return {
    read: (path) => readFile(join(folder, path)).catch(absent),
    earlierCheckpoints: () => Promise.all(names.map((name) => readFile(join(folder, earlierFolder, name), 'utf8'))),
    records: () => (hasRecords ? linesOf(join(folder, recordsFile)) : undefined),
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  // Beside a checkpoint may lie its time stamp, which other tools verify (RFC 3161).
  return names.filter((name) => !name.endsWith('.tsr')).toSorted();
}

function absent(fault: unknown): undefined {
  const code = fault instanceof Error && 'code' in fault ? fault.code : '';
  if (code !== 'ENOENT') throw fault;
}

// Split at line feeds alone: node:readline also ends a line at U+2028, which may stand within a record.
async function* linesOf(name: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(name, 'utf8')) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
