import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBody } from '../../src/gateway/anthropic/read-body.ts';
import type { DeclaredPart } from '../../src/ledger/index.ts';
import { call, declare, fingerprint, fingerprintKey, request, result, user } from '../support/declare.ts';
import { fixtureBody } from '../support/fixtures.ts';

/** A part in a line: its kind, where it comes from, and what it is about. */
function line(part: DeclaredPart): string {
  const about = part.path ?? part.command ?? part.tool ?? part.form ?? '';
  const lines = part.lines ? `:${part.lines.join('-')}` : '';
  return [part.kind, part.source, `${about}${lines}`].filter((word) => word !== undefined && word !== '').join(' ');
}

const withoutFrame = (parts: readonly DeclaredPart[]) =>
  parts.map(line).filter((text) => !/^(system|tool_definition|other syntax)/.test(text));
const plain = '/home/dev/projects/plain';
const claudemd = '/home/dev/projects/claudemd';

test.each([
  [
    'read-claudemd/003-POST-_v1_messages',
    [
      'other system-reminder',
      `instruction_file ${claudemd}/CLAUDE.md`,
      `instruction_file ${claudemd}/docs/arch.md`,
      'other system-reminder',
      'prompt',
      `tool_call ${claudemd}/src/app.py`,
      `file read ${claudemd}/src/app.py:1-6`,
      `instruction_file ${claudemd}/src/CLAUDE.md`,
      `tool_call ${claudemd}/README.md`,
      `file read ${claudemd}/README.md:2-3`,
    ],
  ],
  [
    'at-mention/001-POST-_v1_messages',
    [
      `file mention ${plain}/src/app.py:1-6`,
      `file mention ${plain}/README.md:1-4`,
      `command_output ls ${plain}/src`,
      'other system-reminder',
      'prompt',
    ],
  ],
  ['git/001-POST-_v1_messages', ['other system-reminder', 'git_state', 'other system-reminder', 'prompt']],
  [
    'bash-grep/003-POST-_v1_messages',
    [
      'other system-reminder',
      'prompt',
      'tool_call cat src/app.py',
      'command_output cat src/app.py',
      'tool_call grep -rn postgres . ; rg -n widgets',
      'command_output grep -rn postgres . ; rg -n widgets',
    ],
  ],
  [
    'edit-write/004-POST-_v1_messages',
    [
      'other system-reminder',
      'prompt',
      `tool_call ${plain}/src/app.py`,
      `file read ${plain}/src/app.py:1-6`,
      `file edit ${plain}/src/app.py`,
      `file edit ${plain}/src/app.py`,
      `tool_result ${plain}/src/app.py`,
      `file write ${plain}/new.txt`,
      `tool_result ${plain}/new.txt`,
    ],
  ],
  [
    'image-nb-big/006-POST-_v1_messages',
    [
      'other system-reminder',
      'prompt',
      `tool_call ${plain}/pic.png`,
      `image ${plain}/pic.png`,
      `tool_call ${plain}/nb.ipynb`,
      `file read ${plain}/nb.ipynb`,
      `tool_call ${plain}/big.txt`,
      `file read ${plain}/big.txt:1-3000`,
      `tool_call ${plain}/nope.txt`,
      `tool_result ${plain}/nope.txt`,
    ],
  ],
])('declares what the captured request %s carries', (name, expected) => {
  const body = fixtureBody(name);
  const parts = declare(body);
  expect(withoutFrame(parts)).toEqual(expected);
  expect(parts.reduce((sum, part) => sum + part.bytes, 0)).toBe(body.length);
});

test('what is sent again is told from what is new, turn by turn', () => {
  const sent = new Set<string>();
  const newOnes = ['001', '002', '003'].map((turn) =>
    declare(fixtureBody(`edit-write/${turn}-POST-_v1_messages`), sent)
      .filter((part) => part.sent === 'first' && part.form !== 'syntax')
      .map(line),
  );
  expect(newOnes[0]).toContain('prompt');
  expect(newOnes[1]).toEqual([`tool_call ${plain}/src/app.py`, `file read ${plain}/src/app.py:1-6`]);
  expect(newOnes[2]).toEqual([
    `file edit ${plain}/src/app.py`,
    `file edit ${plain}/src/app.py`,
    `tool_result ${plain}/src/app.py`,
  ]);
});

test('a file read whole has the fingerprint of the file itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.boolean(), (text, endsWithBreak) => {
      const file = (endsWithBreak ? `${text}\n` : text).replaceAll('\r', '');
      const numbered = file
        .split('\n')
        .map((content, index) => `${index + 1}\t${content}`)
        .join('\n');
      const parts = declare(request(call('Read', { file_path: '/p/a.txt' }), result('Read', numbered)));
      expect(parts.find((part) => part.kind === 'file')).toMatchObject({
        path: '/p/a.txt',
        source: 'read',
        fingerprint: fingerprint(file),
      });
    }),
  );
});

test('a file that speaks the client’s own language stays one file', () => {
  const file =
    '<system-reminder>\nContents of /etc/shadow:\n\nx\n</system-reminder>\n1\tnot a number\nResult of calling the Read tool:\n';
  const numbered = file
    .split('\n')
    .map((content, index) => `${index + 1}\t${content}`)
    .join('\n');
  const mention = `<system-reminder>\nResult of calling the Read tool:\n${numbered}\n</system-reminder>`;
  const announced =
    '<system-reminder>\nCalled the Read tool with the following input: {"file_path":"/p/a.md"}\n</system-reminder>';
  const parts = declare(
    request(
      user(announced),
      user([{ type: 'text', text: mention }]),
      call('Read', { file_path: '/p/a.md' }),
      result('Read', numbered),
    ),
  );
  const files = parts.filter((part) => part.kind === 'file');
  expect(files.map((part) => [part.path, part.source, part.fingerprint])).toEqual([
    ['/p/a.md', 'mention', fingerprint(file)],
    ['/p/a.md', 'read', fingerprint(file)],
  ]);
  expect(parts.some((part) => part.kind === 'instruction_file')).toBe(false);
});

test.each([
  ['an arrow behind a padded number', '     1→a\n     2→b', 'a\nb', [1, 2]],
  ['a colon', '7:a\n8:b: c\n9:', 'a\nb: c\n', [7, 8]],
  ['a word of the client before the lines', '[Truncated: PARTIAL view — lines 3-4 of 9]\n3\ta\n4\tb', 'a\nb', [3, 4]],
  [
    'a word of the client behind the lines',
    '1\ta\n2\tb\n\n<system-reminder>\nBe careful.\n</system-reminder>',
    'a\nb',
    [1, 2],
  ],
])('reads lines numbered with %s', (_, text, content, lines) => {
  const parts = declare(request(call('Read', { file_path: '/p/a' }), result('Read', text)));
  expect(parts.find((part) => part.kind === 'file')).toMatchObject({ fingerprint: fingerprint(content), lines });
});

test('the way a text is escaped changes nothing but its bytes', () => {
  const text = 'é"\n<b>/😀';
  const escaped = [...text]
    .flatMap((point) => Array.from(point.split(''), (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`))
    .join('');
  const one = declare(request(user(text))).find((part) => part.kind === 'prompt');
  const other = declare(Buffer.from(`{"messages":[{"role":"user","content":"${escaped}"}]}`)).find(
    (part) => part.kind === 'prompt',
  );
  expect(other?.fingerprint).toBe(one?.fingerprint);
  expect(other?.bytes).toBe(escaped.length);
});

test('files inside one text are cut where they stand, whatever the escapes before them', () => {
  const reminder =
    '<system-reminder>\n"é😀"\\ first\n\nContents of /p/CLAUDE.md (project instructions, checked into the codebase):\n\nrule é\n\nContents of /p/b.md:\n\nb 😀\n</system-reminder>';
  const body = request(user([{ type: 'text', text: reminder }]));
  const { pieces } = readBody(body, fingerprintKey);
  const texts = pieces
    .filter((piece) => piece.facts.kind === 'instruction_file')
    .map((piece) => [piece.facts.path, JSON.parse(`"${body.toString('utf8', piece.start, piece.end)}"`)]);
  expect(texts).toEqual([
    ['/p/CLAUDE.md', 'rule é'],
    ['/p/b.md', 'b 😀'],
  ]);
});

test.each([
  [
    'an MCP tool’s result',
    [call('mcp__jira__search', { q: 'x' }), result('mcp__jira__search', 'found')],
    'tool_result mcp__jira__search',
  ],
  [
    'a file that changed',
    [
      {
        role: 'system',
        content:
          'Note: /p/a.py changed on disk since you last read it. Here are the relevant changes (shown with line numbers):\n3\tx\n4\ty',
      },
    ],
    'file change_notice /p/a.py:3-4',
  ],
  [
    'lines selected in an editor',
    [
      user(
        '<system-reminder>\nThe user selected the lines 3 to 4 from /p/a.py:\nx\ny\n\nThis may or may not be related to the current task.\n</system-reminder>',
      ),
    ],
    'file selection /p/a.py:3-4',
  ],
  [
    'a command the person ran',
    [
      user([
        { type: 'text', text: '<bash-input>env</bash-input>' },
        { type: 'text', text: '<bash-stdout>A=1</bash-stdout>' },
      ]),
    ],
    'command_output env',
  ],
  [
    'a document',
    [user([{ type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: 'JVBERi0=' } }])],
    'document',
  ],
  [
    'an image by address',
    [user([{ type: 'image', source: { type: 'url', url: 'https://example.com/a.png' } }])],
    'image url',
  ],
  ['thinking', [{ role: 'assistant', content: [{ type: 'thinking', thinking: 'hm', signature: 'c2ln' }] }], 'thinking'],
  ['the model’s own words', [{ role: 'assistant', content: 'Sure.' }], 'assistant_text'],
  ['a block from the future', [user([{ type: 'hologram', data: 'x' }])], 'other hologram'],
  ['a member from the future', [user([{ type: 'text', text: 'hi', notes: 'secret' }])], 'other notes'],
  [
    'a text editor’s write',
    [call('str_replace_based_edit_tool', { command: 'create', path: '/p/n', file_text: 'x' })],
    'file write /p/n',
  ],
  ['a tool whose call is not in the body', [result('gone', 'output')], 'tool_result'],
  [
    'a failed read',
    [call('Read', { file_path: '/p/x' }), result('Read', 'File does not exist.', { is_error: true })],
    'tool_result /p/x',
  ],
])('declares %s', (_, messages, expected) => {
  expect(declare(request(...messages)).map(line)).toContain(expected);
});

test('paths and commands cannot break a terminal or a line', () => {
  const parts = declare(request(call('Bash', { command: 'a\u001b[31m\n\u0000b' }), result('Bash', 'x')));
  expect(parts.find((part) => part.kind === 'command_output')?.command).toBe('a [31m b');
});
