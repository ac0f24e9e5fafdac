import { writeFile } from 'node:fs/promises';
import { makePack, type PackWish, type Period } from '../../evidence/index.ts';
import { cliText, type Language } from '../../messages/index.ts';
import { listWorkspaces } from '../../tenancy/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import type { Invocation, Options, Run } from '../command.ts';
import { cliError } from '../errors.ts';
import { openPacks } from '../evidence/open-packs.ts';
import { withInstallation } from '../options.ts';
import { openPolicyFolder } from '../policy/read-policy-folder.ts';
import { textOption } from '../read-options.ts';
import { makeSequencer } from '../run-log.ts';
import type { Installation } from '../wire.ts';

export const evidencePack: Run = async (invocation) => {
  const { terminal, options } = invocation;
  const language = languageOption(options, terminal.language);
  const period = periodOption(options);
  const file = textOption(options, 'out') ?? `octroi-${period.from}-${period.until}.zip`;
  await withInstallation(invocation, async (installation) => {
    const { settings } = installation;
    // What was recorded a moment ago and waits is logged first, so that it can be proven.
    await makeSequencer(installation, () => {}).round();
    const { policy } = await openPolicyFolder(terminal.language, settings.policy.folder || undefined);
    const rules = { policy, catalogue: await loadCatalogue(settings) };
    const wish: PackWish = { period, language, scope: await scopeOption(invocation, installation) };
    const { zip, digest, entries } = await makePack(
      await openPacks(installation, rules, language),
      wish,
      'command_line',
    );
    await writeFile(file, zip, { flag: 'wx', mode: 0o600 }).catch((fault: unknown) => {
      throw cliError('cli_file_unwritable', { file }, fault);
    });
    if (terminal.isJson) return terminal.print(JSON.stringify({ file, digest, bytes: zip.length, entries }));
    terminal.print(cliText(terminal.language, 'evidencePack.done', { file, digest, entries, bytes: zip.length }));
    terminal.remark(cliText(terminal.language, 'evidencePack.next', { file }));
  });
};

/** @throws cli_option_invalid */
function periodOption(options: Options): Period {
  const value = textOption(options, 'period') ?? '';
  const [, from, until] = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(value) ?? [];
  if (!isDay(from) || !isDay(until)) throw cliError('cli_option_invalid', { option: '--period', value });
  return { from, until };
}

function isDay(text: string | undefined): text is string {
  if (text === undefined) return false;
  const at = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** @throws cli_option_invalid */
function languageOption(options: Options, usual: Language): Language {
  const value = textOption(options, 'language') ?? usual;
  if (value !== 'fr' && value !== 'en') throw cliError('cli_option_invalid', { option: '--language', value });
  return value;
}

/** @throws cli_option_invalid for a workspace that there is not */
async function scopeOption({ options }: Invocation, { store, tenant }: Installation): Promise<PackWish['scope']> {
  const name = textOption(options, 'scope');
  if (name === undefined) return undefined;
  const found = (await listWorkspaces(store, tenant.id)).find((workspace) => workspace.name === name);
  if (!found) throw cliError('cli_option_invalid', { option: '--scope', value: name });
  return found;
}
