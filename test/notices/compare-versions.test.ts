import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextBlock } from '../../src/base/index.ts';
import {
  compareVersions,
  type Notice,
  noticeMarkdown,
  type NoticeVersion,
  readNoticeVersion,
  requireSame,
  versionOf,
  writeNotice,
} from '../../src/notices/index.ts';
import { noticeMaterial, spokenPolicy } from '../support/notices.ts';

const notice = writeNotice('staff', 'fr', noticeMaterial(spokenPolicy));

function version(...passages: readonly string[]): NoticeVersion {
  return { ...versionOf(notice), passages };
}

test('a version that was kept as Markdown is read as it was written, whatever its line ends', () => {
  const text = noticeMarkdown(notice);
  expect(readNoticeVersion('kept.md', text)).toEqual(versionOf(notice));
  expect(readNoticeVersion('kept.md', `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(versionOf(notice));
});

test('what is no version of a notice is refused, and so is one without its first line or its sections', () => {
  const [first = '', ...rest] = noticeMarkdown(notice).split('\n');
  for (const text of ['', 'hello', rest.join('\n'), first, first.replace('staff', 'stuff')])
    expect(() => readNoticeVersion('kept.md', text)).toThrow(
      expect.objectContaining({ code: 'notice_version_unreadable' }),
    );
});

test('another document or another language is refused', () => {
  const kept = versionOf(notice);
  expect(() => requireSame('kept.md', kept, { kind: 'staff', language: 'fr' })).not.toThrow();
  for (const wanted of [{ kind: 'council', language: 'fr' } as const, { kind: 'staff', language: 'en' } as const])
    expect(() => requireSame('kept.md', kept, wanted)).toThrow(
      expect.objectContaining({ code: 'notice_version_of_another' }),
    );
});

test('a paragraph that changed stands as removed and added, under its heading', () => {
  const before = version('## A', 'one', 'two', '## B', 'three');
  const after = version('## A', 'one', 'two and a half', '## B', 'three', 'four');
  expect(compareVersions(before, after)).toEqual([
    { change: 'removed', under: 'A', passage: 'two' },
    { change: 'added', under: 'A', passage: 'two and a half' },
    { change: 'added', under: 'B', passage: 'four' },
  ]);
});

test('a policy that keeps records longer changes that row, and another day of writing changes nothing', () => {
  const other = noticeMaterial(spokenPolicy.replace('standard: {days: 200}', 'standard: {days: 300}'));
  const changes = compareVersions(versionOf(notice), versionOf(writeNotice('staff', 'fr', other)));
  expect(changes.map(({ change, passage }) => [change, /\| (\d+) jours/.exec(passage)?.[1]])).toEqual([
    ['removed', '200'],
    ['added', '300'],
  ]);
  const later = noticeMaterial(spokenPolicy, { on: new Date('2026-11-28T00:00:00.000Z') });
  expect(compareVersions(versionOf(notice), versionOf(writeNotice('staff', 'fr', later)))).toEqual([]);
});

test('what was removed and added makes the later version out of the earlier one', () => {
  const passages = fc.array(fc.constantFrom('## A', '## B', 'one', 'two', 'three'), { maxLength: 12 });
  fc.assert(
    fc.property(passages, passages, (old, now) => {
      const changes = compareVersions(version(...old), version(...now));
      const [gone, come] = (['removed', 'added'] as const).map((wanted) =>
        changes.filter(({ change }) => change === wanted).map(({ passage }) => passage),
      );
      expect(without(old, gone ?? [])).toEqual(without(now, come ?? []));
      if (String(old) === String(now)) expect(changes).toEqual([]);
    }),
  );
});

// Takes each of some passages away once, as they come.
function without(all: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...all].toSorted();
  for (const passage of taken) left.splice(left.indexOf(passage), 1);
  return left;
}

test('whatever people wrote into a policy stays one passage and sets nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (said) => {
      const blocks: readonly TextBlock[] = [
        { kind: 'heading', text: 'H' },
        { kind: 'paragraph', text: `x${said}` },
        { kind: 'list', items: [{ text: said, note: said }] },
        { kind: 'table', columns: ['a'], rows: [[said]] },
      ];
      const hostile: Notice = { ...notice, document: { ...notice.document, title: said, origin: [said], blocks } };
      const read = readNoticeVersion('kept.md', noticeMarkdown(hostile));
      expect(read).toEqual(versionOf(hostile));
      expect(read.passages).toHaveLength(5);
      expect(read.passages.filter((passage) => passage.startsWith('## '))).toEqual(['## H']);
    }),
  );
});
