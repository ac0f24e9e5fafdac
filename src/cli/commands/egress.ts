import { systemClock } from '../../base/index.ts';
import { connectTarget, decideTarget } from '../../egress/index.ts';
import { cliText } from '../../messages/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import { exitCodes, type Run } from '../command.ts';
import { whenOn, withPort } from '../egress/console-egress.ts';
import { egressRules } from '../egress/egress-rules.ts';
import { settingsOf } from '../options.ts';
import { termsOf } from '../policy/catalogue-terms.ts';
import { policyOf } from '../policy/read-policy-folder.ts';
import { addressOf } from '../post-address.ts';
import { printTable } from '../print-table.ts';

/** `egress explain`: what becomes of a connection, by its name and port alone; 1 where it is refused. */
export const egressExplain: Run = async (invocation) => {
  const { terminal, words } = invocation;
  const asked = words[0] ?? '';
  const target = connectTarget(withPort(asked));
  const settings = await settingsOf(invocation);
  const catalogue = await loadCatalogue(settings);
  const { policy } = await policyOf(invocation);
  const { gatewayUrl } = await addressOf(settings);
  const { egress } = settings;
  const explained = { egress: { ...egress, mode: whenOn(egress.mode) } };
  const rules = { policy, catalogue, terms: termsOf(catalogue) };
  const decision = decideTarget(target, egressRules(rules, { settings: explained, gatewayUrl, now: systemClock() }));
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
