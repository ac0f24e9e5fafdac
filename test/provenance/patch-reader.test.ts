import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PatchReader } from '../../src/provenance/index.ts';

const now = new Date('2026-11-27T12:00:00Z');
const id = 'a'.repeat(40);

function read(text: string) {
  const reader = new PatchReader(now);
  for (const line of text.split('\n')) reader.line(line);
  return reader.end();
}

test('reads commits, files and hunks; renames, deletions and odd names among them', () => {
  const additions = read(
    [
      `\0${id} 2026-11-20T10:00:00+01:00`,
      '',
      'diff --git a/one.ts b/two.ts',
      'similarity index 90%',
      'rename from one.ts',
      'rename to two.ts',
      '--- a/one.ts',
      '+++ b/two.ts',
      '@@ -3 +3,2 @@ function x() {',
      '-+++ b/not-a-file.ts',
      '+++ b/still-a-line.ts',
      '+\0not a commit, but a line of twenty letters',
      'diff --git "a/\\303\\251t\\303\\251.ts" "b/\\303\\251t\\303\\251.ts"',
      '--- /dev/null',
      '+++ "b/\\303\\251t\\303\\251.ts"',
      '@@ -0,0 +1 @@',
      '+const summer = "hot and long";',
      '\\ No newline at end of file',
      'diff --git a/gone.ts b/gone.ts',
      '--- a/gone.ts',
      '+++ /dev/null',
      '@@ -1,2 +0,0 @@',
      '-one',
      '-two',
    ].join('\n'),
  );
  expect(additions.map(({ path, commit, writtenAt }) => ({ path, commit, writtenAt }))).toEqual([
    { path: 'two.ts', commit: id, writtenAt: '2026-11-20T09:00:00.000Z' },
    { path: 'été.ts', commit: id, writtenAt: '2026-11-20T09:00:00.000Z' },
  ]);
  expect(additions[0]?.lines.map(({ number }) => number)).toEqual([3, 4]);
});

test('whatever lines come, it counts no more than were announced and never throws', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('+a', '-b', '+++ b/x', '@@ -1 +1,2 @@', 'diff --git a/x b/x', '+++ "b/\\3', 'x')),
      (lines) => {
        expect(() => read(lines.join('\n'))).not.toThrow();
      },
    ),
  );
});
