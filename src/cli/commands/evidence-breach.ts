import { type BreachFile, breachFile } from '../../evidence/index.ts';
import { findExchange } from '../../ledger/index.ts';
import { packText } from '../../messages/index.ts';
import { listContracts } from '../../tenancy/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import type { Run, Terminal } from '../command.ts';
import { cliError } from '../errors.ts';
import { withInstallation } from '../options.ts';
import { instantOption } from '../read-options.ts';

export const evidenceBreach: Run = async (invocation) => {
  const { terminal, options, words } = invocation;
  const awareAt = instantOption(options, 'aware-at');
  if (awareAt === undefined) throw cliError('cli_option_missing', { option: '--aware-at' });
  const file = await withInstallation(invocation, async ({ tenancy, tenant, settings }) => {
    const exchange = await findExchange(tenancy, tenant.id, words[0] ?? '');
    const contracts = await listContracts(tenancy, tenant.id);
    return breachFile({
      exchange,
      awareAt: new Date(awareAt),
      now: tenancy.now(),
      catalogue: await loadCatalogue(settings),
      contract: contracts.find(({ id }) => id === exchange.began.sender.contractId),
    });
  });
  if (terminal.isJson) return terminal.print(JSON.stringify(file));
  for (const line of linesOf(file, terminal.language)) terminal.print(line);
};

function linesOf(file: BreachFile, language: Terminal['language']): readonly string[] {
  const { exchangeId, awareAt, notifyBy, hoursLeft, madeAt, answers } = file;
  return [
    `# ${packText(language, 'breach.title', { exchangeId })}`,
    '',
    packText(language, hoursLeft < 0 ? 'breach.late' : 'breach.clock', { awareAt, notifyBy, hoursLeft, madeAt }),
    '',
    packText(language, 'breach.undecided', {}),
    '',
    ...answers.map(({ article, field, known, source }) => {
      const said = known === null ? packText(language, 'toFillIn', {}) : `${known} [${source}]`;
      return `- ${article} ${packText(language, `breach.${field}`, {})}: ${said}`;
    }),
  ];
}
