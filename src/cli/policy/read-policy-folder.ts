import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { OctroiError } from '../../base/index.ts';
import { cliText, type Language } from '../../messages/index.ts';
import { type Policy, type PolicyFile, readPolicy } from '../../policy/index.ts';
import type { Invocation } from '../command.ts';
import { cliError } from '../errors.ts';
import { textOption } from '../options.ts';

/** Where the policy stands when no option says so. It need not be there: octroi's own then holds. */
const usualFolder = 'policy';

/** The name that stands for the policy octroi brings, without any file. */
const builtIn = 'default';

export type PolicyFolder = { readonly policy: Policy; readonly files: readonly PolicyFile[] };

/**
 * The policy of `--policy FOLDER`, or of `./policy`, or octroi's own.
 * @throws policy_invalid with all faults in the terminal's language, cli_file_unreadable
 */
export async function policyOf({ options, terminal }: Invocation): Promise<PolicyFolder> {
  return openPolicyFolder(terminal.language, textOption(options, 'policy'));
}

/** @throws policy_invalid, cli_file_unreadable */
export async function openPolicyFolder(language: Language, folder: string | undefined): Promise<PolicyFolder> {
  const files = await readPolicyFolder(folder);
  const read = readPolicy(files);
  if (read.kind === 'policy') return { policy: read.policy, files };
  const faults = read.faults.map(({ file, line, path, code, detail }) => {
    const text = cliText(language, `policyFault.${code}`, {});
    return `\n  ${file}:${line}: ${path && `${path}: `}${text}${detail && ` (${detail})`}`;
  });
  throw new OctroiError('policy_invalid', { count: faults.length, faults: faults.join('') });
}

/**
 * The files of a policy's folder; none where nobody has made the usual one. Files of other kinds (a README, what Git
 * keeps) may stand beside; a YAML file with a name that means nothing may not.
 * @throws cli_file_unreadable
 */
export async function readPolicyFolder(folder: string | undefined): Promise<readonly PolicyFile[]> {
  if (folder === builtIn) return [];
  const place = folder ?? usualFolder;
  try {
    const entries = await readdir(place, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile() && /\.(ya?ml|cedar)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(
        (path) =>
          !relative(place, path)
            .split(sep)
            .some((name) => name.startsWith('.')),
      );
    return await Promise.all(
      paths.toSorted().map(async (path) => ({
        name: relative(place, path).split(sep).join('/'),
        text: await readFile(path, 'utf8'),
      })),
    );
  } catch (fault) {
    const isAbsent = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
    if (isAbsent && folder === undefined) return [];
    throw cliError('cli_file_unreadable', { file: place }, fault);
  }
}
