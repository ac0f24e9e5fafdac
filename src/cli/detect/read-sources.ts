import { readFile } from 'node:fs/promises';
import { allDetectors, type NamedText, type RuleSources } from '../../detection/index.ts';
import { cliError } from '../errors.ts';
import type { Settings } from '../settings/settings.ts';

/** What an installation's rules are made from: the files its settings name. @throws cli_file_unreadable, cli_option_invalid */
export async function readSources({ without, rules, dictionaries }: Settings['detection']): Promise<RuleSources> {
  return {
    without: without.map((id) => detectorId(id, 'detection.without')),
    rules: await Promise.all(rules.map(readNamed)),
    dictionaries: await Promise.all(dictionaries.map(readNamed)),
  };
}

/** An id that a built-in detector has. @throws cli_option_invalid */
export function detectorId(id: string, option: string): string {
  if (allDetectors.some((detector) => detector.id === id)) return id;
  throw cliError('cli_option_invalid', { option, value: id });
}

/** @throws cli_file_unreadable */
export async function readNamed(file: string): Promise<NamedText> {
  try {
    return { file, text: await readFile(file, 'utf8') };
  } catch (fault) {
    throw cliError('cli_file_unreadable', { file }, fault);
  }
}
