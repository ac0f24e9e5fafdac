import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { OctroiError } from '../../base/index.ts';
import { cliText, type Language } from '../../messages/index.ts';
import { type Fault, isRuling, type Policy, type PolicyFile, readPolicy } from '../../policy/index.ts';
import type { Invocation } from '../command.ts';
import { cliError } from '../errors.ts';
import { textOption } from '../read-options.ts';

/** Where the policy stands when no option says so. It need not be there: octroi's own then holds. */
const usualFolder = 'policy';

/** The name that stands for the policy octroi brings, without any file. */
const builtIn = 'default';

export type PolicyFolder = {
  readonly policy: Policy;
  readonly files: readonly PolicyFile[];
  /** What is likely a slip, though the policy counts. */
  readonly warnings: readonly Fault[];
};

/**
 * The policy of `--policy FOLDER`, or of `./policy`, or octroi's own.
 * @throws policy_invalid with all faults in the terminal's language, policy_folder_empty, cli_file_unreadable
 */
export async function policyOf({ options, terminal }: Invocation): Promise<PolicyFolder> {
  return openPolicyFolder(terminal.language, textOption(options, 'policy'));
}

/**
 * @param isPlan whether the catalogue has a plan, as `vendor/plan`; plans are not checked without it.
 * @throws policy_invalid, policy_folder_empty, cli_file_unreadable
 */
export async function openPolicyFolder(
  language: Language,
  folder: string | undefined,
  isPlan?: (id: string) => boolean,
): Promise<PolicyFolder> {
  return openPolicyFiles(language, await readPolicyFolder(folder), isPlan);
}

/** @throws policy_invalid with all faults in that language */
export function openPolicyFiles(
  language: Language,
  files: readonly PolicyFile[],
  isPlan?: (id: string) => boolean,
): PolicyFolder {
  const read = readPolicy(files, isPlan);
  if (read.kind === 'policy') return { policy: read.policy, files, warnings: read.warnings };
  const faults = read.faults.map((fault) => `\n  ${faultLine(language, fault)}`);
  throw new OctroiError('policy_invalid', { count: faults.length, faults: faults.join('') });
}

/** A fault on one line, with its place. */
export function faultLine(language: Language, { file, line, path, code, detail }: Fault): string {
  const text = cliText(language, `policyFault.${code}`, {});
  return `${file}:${line}: ${path && `${path}: `}${text}${detail && ` (${detail})`}`;
}

/**
 * The files of a policy's folder; none where nobody has made the usual one. Files of other kinds (a README, what Git
 * keeps) may stand beside; a YAML file with a name that means nothing may not. Links are followed, each folder once:
 * Kubernetes mounts what it is given as links into a folder `..data`.
 * @throws policy_folder_empty when a folder that was named rules nothing, cli_file_unreadable
 */
export async function readPolicyFolder(folder: string | undefined): Promise<readonly PolicyFile[]> {
  if (folder === builtIn) return [];
  const place = folder ?? usualFolder;
  if (folder === undefined && !(await isThere(place))) return [];
  try {
    const files: PolicyFile[] = [];
    for (const path of (await pathsIn(place, new Set())).toSorted())
      files.push({ name: relative(place, path).split(sep).join('/'), text: await readFile(path, 'utf8') });
    if (folder === undefined || files.some(({ name }) => isRuling(name))) return files;
  } catch (fault) {
    throw cliError('cli_file_unreadable', { file: place }, fault);
  }
  throw new OctroiError('policy_folder_empty', { folder: place });
}

async function isThere(place: string): Promise<boolean> {
  try {
    await lstat(place);
    return true;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return false;
    throw cliError('cli_file_unreadable', { file: place }, fault);
  }
}

async function pathsIn(folder: string, seen: Set<string>): Promise<readonly string[]> {
  const real = await realpath(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  const paths: string[] = [];
  for (const name of (await readdir(folder)).toSorted()) {
    if (name.startsWith('.')) continue;
    const path = join(folder, name);
    const isNamedSo = /\.(ya?ml|cedar)$/i.test(name);
    const what = await stat(path).catch((fault: unknown) => {
      // A link that leads nowhere is a fault where a file of the policy is meant.
      if (isNamedSo) throw fault;
    });
    if (what?.isDirectory()) paths.push(...(await pathsIn(path, seen)));
    else if (what?.isFile() && isNamedSo) paths.push(path);
  }
  return paths;
}
