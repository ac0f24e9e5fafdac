import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { RootedFiles } from '../../src/endpoint/machine/rooted-files.ts';
import { makeFolder } from '../support/folder.ts';

let outside: string;
let root: string;

beforeEach(async () => {
  outside = await makeFolder();
  root = join(outside, 'root');
  await mkdir(join(root, 'etc'), { recursive: true });
  await writeFile(join(outside, 'secret'), 'outside');
  await writeFile(join(root, 'etc', 'inside'), 'inside');
});

const textAt = (path: string): string | undefined => {
  const reading = new RootedFiles(root, false).read(path);
  return reading.kind === 'read' ? reading.bytes.toString('utf8') : undefined;
};

test('a link is followed as the machine would: its absolute target counts from the root', async () => {
  await symlink('/etc/inside', join(root, 'link'));
  expect(textAt('/link')).toBe('inside');
});

test.each([
  ['a relative way up', '../../../../../../../../secret'],
  ['one step up', '../secret'],
  ['a way up through a folder', 'etc/../../secret'],
])('no link leads out of the root: %s', async (_, target) => {
  await symlink(target, join(root, 'link'));
  expect(textAt('/link')).toBeUndefined();
});

test('no link to the real place leads out either, nor a folder that is one', async () => {
  await symlink(join(outside, 'secret'), join(root, 'link'));
  await symlink(outside, join(root, 'folder'));
  expect(textAt('/link')).toBeUndefined();
  expect(textAt('/folder/secret')).toBeUndefined();
});

test('a path cannot climb out', () => {
  expect(textAt('/../secret')).toBeUndefined();
  expect(textAt('/etc/../../secret')).toBeUndefined();
});

test('a circle of links is nothing, and ends', async () => {
  await symlink('/b', join(root, 'a'));
  await symlink('/a', join(root, 'b'));
  await symlink('/etc/self', join(root, 'etc', 'self'));
  expect(textAt('/a')).toBeUndefined();
  expect(textAt('/etc/self/x')).toBeUndefined();
});

test('a pipe is not opened: it would wait for ever', () => {
  execFileSync('mkfifo', [join(root, 'etc', 'pipe')]);
  expect(new RootedFiles(root, false).read('/etc/pipe')).toEqual({ kind: 'absent' });
});

test('a file larger than is read is a doubt, not an absence', async () => {
  expect(new RootedFiles(root, false).read('/etc/inside', 3)).toEqual({ kind: 'fault', doubt: 'too_large' });
});

test('names are found in any case where the system does so', () => {
  expect(new RootedFiles(root, true).isFile('/ETC/Inside')).toBe(true);
  expect(new RootedFiles(root, false).isFile('/ETC/Inside')).toBe(false);
});
