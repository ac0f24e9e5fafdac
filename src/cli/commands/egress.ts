import { cliText } from '../../messages/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import { exitCodes, type Run } from '../command.ts';
import { explainConnection } from '../egress/explain-connection.ts';
import { settingsOf } from '../options.ts';
import { termsOf } from '../policy/catalogue-terms.ts';
import { policyOf } from '../policy/read-policy-folder.ts';
import { addressOf } from '../post-address.ts';
import { printTable } from '../print-table.ts';

/** `egress explain`: what becomes of a connection, by its name and port alone; 1 where it is refused. */
export const egressExplain: Run = async (invocation) => {
  const { terminal, words } = invocation;
  const settings = await settingsOf(invocation);
  const catalogue = await loadCatalogue(settings);
  const { policy } = await policyOf(invocation);
  const { gatewayUrl } = await addressOf(settings);
  const rules = { policy, catalogue, terms: termsOf(catalogue) };
  const { target, decision } = explainConnection(words[0] ?? '', { settings, rules, gatewayUrl });
  const isRefused = decision.effect === 'refuse';
  if (terminal.isJson) terminal.print(JSON.stringify({ ...target, ...decision }));
  else
    printTable(terminal, cliText(terminal.language, 'egressExplain.columns', {}).split('|'), [
      [
        `${target.host}:${target.port}`,
        cliText(terminal.language, `egressExplain.${decision.effect}`, {}),
        decision.rule ?? '–',
        decision.vendor ?? '–',
        decision.purpose ?? '–',
        decision.audience ?? '–',
      ],
    ]);
  return isRefused ? exitCodes.refused : exitCodes.done;
};
