import { appendFile, mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { FileSink, type OcsfEvent } from '../../src/siem/index.ts';
import { makeFolder } from '../support/folder.ts';
import { sampleEvents } from './sample-records.ts';

let folder: string;
let path: string;
const [event] = sampleEvents;

beforeEach(async () => {
  folder = await makeFolder();
  path = join(folder, 'events.jsonl');
});

const never = { maxBytes: 100_000_000, keep: 3 };
const numbered = (from: number, count: number): OcsfEvent[] =>
  Array.from({ length: count }, (_, at) => ({ ...event, message: String(from + at) }) as OcsfEvent);
const linesOf = async (name: string): Promise<readonly OcsfEvent[]> =>
  (await readFile(name, 'utf8'))
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

test('events stand one a line, as JSON, for the owner and the group alone', async () => {
  const sink = new FileSink({ path, ...never });
  await sink.send(sampleEvents);
  await sink.close();
  expect(await linesOf(path)).toEqual(JSON.parse(JSON.stringify(sampleEvents)));
  expect((await stat(path)).mode & 0o007).toBe(0);
});

test('a file that would grow too large becomes the first of the earlier ones, and the oldest goes', async () => {
  const size = Buffer.byteLength(`${JSON.stringify(numbered(0, 1)[0])}\n`);
  const sink = new FileSink({ path, maxBytes: size * 2, keep: 2 });
  await sink.send(numbered(0, 3));
  for (let at = 3; at < 8; at += 1) await sink.send(numbered(at, 1));
  await sink.close();
  const names = (await readdir(folder)).toSorted();
  expect(names).toEqual(['events.jsonl', 'events.jsonl.1', 'events.jsonl.2']);
  const found = await Promise.all(names.map((name) => linesOf(join(folder, name))));
  expect(found.map((lines) => lines.map(({ message }) => message))).toEqual([
    ['6', '7'],
    ['4', '5'],
    ['2', '3'],
  ]);
});

test('an event larger than a file may be has a file of its own', async () => {
  const sink = new FileSink({ path, maxBytes: 10, keep: 5 });
  await sink.send(numbered(0, 2));
  await sink.close();
  expect((await linesOf(path)).map(({ message }) => message)).toEqual(['1']);
  expect((await linesOf(`${path}.1`)).map(({ message }) => message)).toEqual(['0']);
});

test('a line that a killed process left unfinished is taken away', async () => {
  const first = new FileSink({ path, ...never });
  await first.send(numbered(0, 1));
  await first.close();
  await appendFile(path, `{"half":"${'x'.repeat(200_000)}`);
  const second = new FileSink({ path, ...never });
  await second.send(numbered(1, 1));
  await second.close();
  expect((await linesOf(path)).map(({ message }) => message)).toEqual(['0', '1']);
});

test('a file that another program has moved away is made anew', async () => {
  const sink = new FileSink({ path, ...never });
  await sink.send(numbered(0, 1));
  await rename(path, join(folder, 'shipped.jsonl'));
  await sink.send(numbered(1, 1));
  await sink.close();
  expect((await linesOf(path)).map(({ message }) => message)).toEqual(['1']);
});

test('a file that cannot be written is told by its code, and written once it can be', async () => {
  const deep = join(folder, 'later', 'events.jsonl');
  const sink = new FileSink({ path: deep, ...never });
  await expect(sink.send(numbered(0, 1))).rejects.toMatchObject({
    code: 'siem_file_unwritable',
    args: { path: deep, code: 'ENOENT' },
  });
  await mkdir(join(folder, 'later'));
  await sink.send(numbered(0, 1));
  await sink.close();
  expect(await linesOf(deep)).toHaveLength(1);
});
