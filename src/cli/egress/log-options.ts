import { createReadStream } from 'node:fs';
import { type Format, formats, type LogReading } from '../../egress/index.ts';
import { cliText } from '../../messages/index.ts';
import type { Options, Terminal } from '../command.ts';
import { cliError } from '../errors.ts';
import { textOption } from '../read-options.ts';
import type { GivenLog } from './import-log.ts';

/** The format that was asked for by name. @throws cli_option_invalid */
export function formatOption(options: Options): Format | undefined {
  const value = textOption(options, 'format');
  const format = formats.find(({ name }) => name === value);
  if (value !== undefined && !format) throw cliError('cli_option_invalid', { option: '--format', value });
  return format;
}

/** The logs that were named, each opened when its turn comes; `-`, or no name, is standard input. */
export function* namedLogs(words: readonly string[]): Generator<GivenLog> {
  for (const name of words.length > 0 ? words : ['-'])
    yield { name, bytes: name === '-' ? process.stdin : createReadStream(name) };
}

/** @throws cli_file_unreadable for what the file system or the unpacker refuses */
export async function toldOf<Reading>(file: string, reading: Promise<Reading>): Promise<Reading> {
  try {
    return await reading;
  } catch (fault) {
    if (fault instanceof Error && 'errno' in fault) throw cliError('cli_file_unreadable', { file }, fault);
    throw fault;
  }
}

/** Says how a log was read, and which of its lines could not be. */
export function remarkReading({ remark, language }: Terminal, { name: file, malformedAt, ...log }: LogReading): void {
  if (log.lines === 0) return remark(cliText(language, 'egressShadow.empty', { file }));
  const { format, lines, flows, malformed } = log;
  remark(cliText(language, 'egressShadow.read', { file, format, lines, flows, malformed }));
  if (malformed > 0) remark(cliText(language, 'egressShadow.malformed', { file, lines: malformedAt.join(', ') }));
}
