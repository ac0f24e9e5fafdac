import { stat, writeFile, readFile } from 'node:fs/promises';
import { sha256Hex } from '../../base/index.ts';
import { noticeFile, type NoticeFormat, noticeFormats } from '../../evidence/index.ts';
import { cliText, type Language } from '../../messages/index.ts';
import {
  compareVersions,
  type NoticeChange,
  type NoticeKind,
  noticeKinds,
  type NoticeVersion,
  readNoticeVersion,
  requireSame,
  versionOf,
  writeNotice,
} from '../../notices/index.ts';
import { exitCodes, type Invocation, type Options, type Run, type Terminal } from '../command.ts';
import { cliError } from '../errors.ts';
import { noticeSurroundings } from '../notices/notice-material.ts';
import { settingsOf } from '../options.ts';
import { openPolicyFolder } from '../policy/read-policy-folder.ts';
import { textOption } from '../read-options.ts';

export const noticeWrite: Run = async (invocation) => {
  const { terminal, options, words } = invocation;
  const kind = kindWord(words[0] ?? '');
  const language = langOption(options) ?? terminal.language;
  const format = formatOption(options);
  const folder = textOption(options, 'policy') ?? (await settingsOf(invocation)).policy.folder;
  const { policy } = await openPolicyFolder(terminal.language, folder || undefined);
  const notice = writeNotice(kind, language, { policy, ...(await noticeSurroundings(invocation)) });
  const { name, bytes } = noticeFile(notice, format);
  terminal.remark(cliText(terminal.language, 'noticeWrite.review', {}));
  const out = textOption(options, 'out');
  if (out === undefined && format === 'md' && !terminal.isJson) return terminal.emit(bytes.toString('utf8'));
  const file = out ?? name;
  // What somebody completed by hand must not be lost to a second call.
  await writeFile(file, bytes, { flag: 'wx' }).catch((fault: unknown) => {
    throw cliError('cli_file_unwritable', { file }, fault);
  });
  const { policyVersion, catalogueVersion, on } = notice;
  const said = {
    file,
    bytes: bytes.length,
    policy: policyVersion,
    catalogue: catalogueVersion,
    digest: sha256Hex(bytes),
  };
  if (terminal.isJson) return terminal.print(JSON.stringify({ document: kind, language, on, ...said }));
  terminal.print(cliText(terminal.language, 'noticeWrite.done', said));
};

export const noticeDiff: Run = async (invocation) => {
  const { terminal, options, words } = invocation;
  const kind = kindWord(words[0] ?? '');
  const sides = [words[1] ?? '', words[2] ?? ''] as const;
  const kept = [await readKept(sides[0]), await readKept(sides[1])] as const;
  const language = langOption(options) ?? kept[0]?.language ?? kept[1]?.language ?? terminal.language;
  const wanted = { kind, language };
  const before = await versionAt(invocation, { side: sides[0], kept: kept[0], ...wanted });
  const after = await versionAt(invocation, { side: sides[1], kept: kept[1], ...wanted });
  const changes = compareVersions(before, after);
  tell(terminal, { kind, before, after, changes });
  return changes.length > 0 ? exitCodes.refused : exitCodes.done;
};

type Side = {
  readonly side: string;
  readonly kept: NoticeVersion | undefined;
  readonly kind: NoticeKind;
  readonly language: Language;
};

async function versionAt(invocation: Invocation, { side, kept, kind, language }: Side): Promise<NoticeVersion> {
  if (kept) {
    requireSame(side, kept, { kind, language });
    return kept;
  }
  const { policy } = await openPolicyFolder(invocation.terminal.language, side);
  return versionOf(writeNotice(kind, language, { policy, ...(await noticeSurroundings(invocation)) }));
}

// A file is a version that was kept; all else names a policy, and is refused there if it is none.
async function readKept(side: string): Promise<NoticeVersion | undefined> {
  const isFile = await stat(side).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) return undefined;
  const text = await readFile(side, 'utf8').catch((fault: unknown) => {
    throw cliError('cli_file_unreadable', { file: side }, fault);
  });
  return readNoticeVersion(side, text);
}

type Comparison = {
  readonly kind: NoticeKind;
  readonly before: NoticeVersion;
  readonly after: NoticeVersion;
  readonly changes: readonly NoticeChange[];
};

function tell(terminal: Terminal, { kind, before, after, changes }: Comparison): void {
  const { language } = terminal;
  if (terminal.isJson)
    return terminal.print(
      JSON.stringify({
        document: kind,
        language: after.language,
        before: originOf(before),
        after: originOf(after),
        changes,
      }),
    );
  for (const [side, version] of [['before', before] as const, ['after', after] as const])
    terminal.remark(
      cliText(language, 'noticeDiff.version', {
        side: cliText(language, `noticeDiff.${side}`, {}),
        ...originOf(version),
      }),
    );
  let under = '';
  for (const change of changes) {
    if (change.under !== under) terminal.print(`\n## ${change.under}`);
    under = change.under;
    terminal.print(`${change.change === 'removed' ? '-' : '+'} ${change.passage}`);
  }
  const count = (wanted: NoticeChange['change']): number => changes.filter(({ change }) => change === wanted).length;
  if (changes.length > 0)
    return terminal.remark(cliText(language, 'noticeDiff.done', { removed: count('removed'), added: count('added') }));
  const isSame = JSON.stringify(originOf(before)) === JSON.stringify(originOf(after));
  terminal.remark(cliText(language, isSame ? 'noticeDiff.none' : 'noticeDiff.noneThough', {}));
}

function originOf({ policyVersion, catalogueVersion, on }: NoticeVersion) {
  return { policy: policyVersion, catalogue: catalogueVersion, on };
}

/** @throws cli_option_invalid */
function kindWord(value: string): NoticeKind {
  const found = noticeKinds.find((kind) => kind === value);
  if (found) return found;
  throw cliError('cli_option_invalid', { option: 'DOCUMENT', value });
}

/** @throws cli_option_invalid */
function langOption(options: Options): Language | undefined {
  const value = textOption(options, 'lang');
  if (value === undefined || value === 'fr' || value === 'en') return value;
  throw cliError('cli_option_invalid', { option: '--lang', value });
}

/** @throws cli_option_invalid */
function formatOption(options: Options): NoticeFormat {
  const value = textOption(options, 'format') ?? 'md';
  const found = noticeFormats.find((format) => format === value);
  if (found) return found;
  throw cliError('cli_option_invalid', { option: '--format', value });
}
