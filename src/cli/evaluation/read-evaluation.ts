import { readFile } from 'node:fs/promises';
import type { OctroiError } from '../../base/index.ts';
import { evaluationError, type Fault } from '../../evaluation/index.ts';
import { evaluationText, type Language } from '../../messages/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import type { Invocation } from '../command.ts';
import { cliError } from '../errors.ts';
import { openPolicyFolder } from '../policy/read-policy-folder.ts';
import { textOption, textsOption } from '../read-options.ts';
import type { Installation } from '../wire.ts';

/** What an evaluation asks of an installation, with the text of the file that the command names. */
export async function evaluationQuestion({ words, options, terminal }: Invocation, installation: Installation) {
  const { settings, tenancy, tenant } = installation;
  const folder = textOption(options, 'policy') ?? (settings.policy.folder || undefined);
  const { policy } = await openPolicyFolder(terminal.language, folder);
  return {
    books: tenancy,
    tenantId: tenant.id,
    now: tenancy.now(),
    catalogue: await loadCatalogue(settings),
    labels: new Set(policy.labels.all.map(({ name }) => name)),
    text: await textOf(words[0] ?? ''),
  };
}

/** The choices of `--choose LABEL=OPTION`. @throws cli_option_invalid */
export function choicesOf({ options }: Invocation): Readonly<Record<string, string>> {
  return Object.fromEntries(
    textsOption(options, 'choose').map((value) => {
      const at = value.lastIndexOf('=');
      if (at <= 0) throw cliError('cli_option_invalid', { option: '--choose', value });
      return [value.slice(0, at), value.slice(at + 1)];
    }),
  );
}

/** All faults of an input, each with its place in the file that the command names. */
export function inputInvalid({ words, terminal }: Invocation, faults: readonly Fault[]): OctroiError {
  const lines = faults.map((fault) => `\n  ${words[0]}:${faultLine(terminal.language, fault)}`);
  return evaluationError('evaluation_input_invalid', { count: lines.length, faults: lines.join('') });
}

function faultLine(language: Language, { line, path, code, detail }: Fault): string {
  const text = evaluationText(language, `fault.${code}`);
  return `${line}: ${path && `${path}: `}${text}${detail && ` (${detail})`}`;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (fault) {
    throw cliError('cli_file_unreadable', { file }, fault);
  }
}
