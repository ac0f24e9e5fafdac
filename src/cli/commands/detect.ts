import { createReadStream } from 'node:fs';
import type { RuleSources } from '../../detection/index.ts';
import { detectorId, readNamed } from '../detect/read-sources.ts';
import { cliText } from '../../messages/index.ts';
import { type ExitCode, exitCodes, type Invocation, type Run } from '../command.ts';
import { answerLines } from '../detect/answer-lines.ts';
import { inspect } from '../detect/inspect.ts';
import { jsonReport } from '../detect/json-report.ts';
import type { Placed } from '../detect/places.ts';
import { toldSource } from '../detect/refused-source.ts';
import { sarifReport } from '../detect/sarif-report.ts';
import { ScanThread } from '../detect/scan-thread.ts';
import { peopleListener, remarkTally } from '../detect/write-people.ts';
import { cliError } from '../errors.ts';
import { textsOption } from '../read-options.ts';

export const detect: Run = async (invocation) => {
  checkForm(invocation);
  const paths = pathsOf(invocation);
  const thread = await startThread(invocation);
  try {
    return invocation.options['jsonl'] === true
      ? await answer(invocation, thread, paths)
      : await report(invocation, thread, paths);
  } finally {
    await thread.stop();
  }
};

function checkForm({ options, words }: Invocation): void {
  const chosen = ['json', 'sarif', 'jsonl'].filter((name) => options[name] === true);
  const value = chosen.map((name) => `--${name}`).join(' ');
  if (chosen.length > 1) throw cliError('cli_option_invalid', { option: 'detect', value });
  // Each line is a text of its own: there is one source of lines.
  if (options['jsonl'] === true && words.length > 1)
    throw cliError('cli_option_invalid', { option: '--jsonl', value: words.join(' ') });
}

function pathsOf({ words }: Invocation): readonly string[] {
  if (words.length > 0) return words;
  if (process.stdin.isTTY) throw cliError('cli_option_missing', { option: 'FILE|FOLDER' });
  return ['-'];
}

async function startThread({ options, terminal }: Invocation): Promise<ScanThread> {
  const sources: RuleSources = {
    without: textsOption(options, 'without').map((id) => detectorId(id, '--without')),
    rules: await Promise.all(textsOption(options, 'rules').map(readNamed)),
    dictionaries: await Promise.all(textsOption(options, 'dictionary').map(readNamed)),
  };
  try {
    return await ScanThread.start({ sources });
  } catch (fault) {
    throw toldSource(terminal.language, fault);
  }
}

async function answer(
  { terminal }: Invocation,
  thread: ScanThread,
  [path = '-']: readonly string[],
): Promise<ExitCode> {
  const source: AsyncIterable<Buffer> = path === '-' ? process.stdin : createReadStream(path);
  try {
    const unanswered = await answerLines(thread, source, { language: terminal.language, write: terminal.emit });
    if (unanswered === 0) return exitCodes.done;
    terminal.remark(cliText(terminal.language, 'detect.unanswered', { count: unanswered }));
    return exitCodes.place;
  } catch (fault) {
    if (fault instanceof Error && 'syscall' in fault) throw cliError('cli_file_unreadable', { file: path }, fault);
    throw fault;
  }
}

async function report(
  { options, terminal }: Invocation,
  thread: ScanThread,
  paths: readonly string[],
): Promise<ExitCode> {
  const { isJson, language } = terminal;
  const isSarif = options['sarif'] === true;
  const findings: Placed[] = [];
  const people = peopleListener(terminal);
  const listener =
    isJson || isSarif ? { ...people, onFinding: (finding: Placed) => void findings.push(finding) } : people;
  const exclude = textsOption(options, 'exclude');
  const tally = await inspect(thread, { paths, exclude, stdin: process.stdin }, listener);
  const made = { findings, tally, rulesetVersion: thread.rulesetVersion };
  if (isJson) terminal.emit(`${JSON.stringify(jsonReport(made))}\n`);
  if (isSarif) terminal.emit(`${JSON.stringify(sarifReport(made, { language, folder: process.cwd() }), null, 2)}\n`);
  remarkTally(terminal, tally);
  if (tally.unscanned.length > 0) return exitCodes.place;
  return tally.findings > 0 ? exitCodes.refused : exitCodes.done;
}
