import { teamCsv, teamView } from '../../console-api/index.ts';
import { cliText } from '../../messages/index.ts';
import { courseFiles, listAttestations, sendStatements, statementOf } from '../../training/index.ts';
import { writeArchive } from '../access/write-archive.ts';
import type { Invocation, Run } from '../command.ts';
import { cliError } from '../errors.ts';
import { requiredOption, textOption } from '../read-options.ts';
import { type OpenTraining, withTraining } from '../training/open-training.ts';

export const trainingExport: Run = async (invocation) =>
  withTraining(invocation, async (open) => {
    const [format = ''] = invocation.words;
    switch (format) {
      case 'csv':
        return invocation.terminal.emit(teamCsv(teamView(await open.team(), open.rules, invocation.terminal.language)));
      case 'xapi':
        return exportStatements(invocation, open);
      case 'cmi5':
        return exportCourse(invocation, open);
      default:
        throw cliError('cli_option_invalid', { option: 'FORMAT', value: format });
    }
  });

// To standard output, or to a record store; its credential is read from standard input, as any secret is.
async function exportStatements(
  { terminal, options }: Invocation,
  { installation, home }: OpenTraining,
): Promise<void> {
  const attestations = await listAttestations(installation, installation.tenant.id);
  const statements = attestations.map((attestation) => statementOf(attestation, home));
  const url = textOption(options, 'lrs');
  if (url === undefined) return terminal.emit(statements.map((each) => `${JSON.stringify(each)}\n`).join(''));
  await sendStatements({ url, credential: (await terminal.readInput()).trim() }, statements);
  if (terminal.isJson) return terminal.print(JSON.stringify({ sent: statements.length }));
  terminal.remark(cliText(terminal.language, 'trainingExport.sent', { count: statements.length }));
}

async function exportCourse({ terminal, options }: Invocation, { rules, parts, home }: OpenTraining): Promise<void> {
  const file = requiredOption(options, 'out');
  const now = parts.now();
  const files = courseFiles({ catalogue: rules.catalogue, on: now, home });
  await writeArchive(
    file,
    files.map(({ name, text }) => ({ name, text: once(text) })),
    now,
  );
  if (terminal.isJson) return terminal.print(JSON.stringify({ file, files: files.length }));
  terminal.remark(cliText(terminal.language, 'trainingExport.course', { file }));
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
