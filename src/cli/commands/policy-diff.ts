import { cliText } from '../../messages/index.ts';
import { type Difference, diffPolicies, type Policy, type RecordedExchange } from '../../policy/index.ts';
import type { Run, Terminal } from '../command.ts';
import { withInstallation } from '../options.ts';
import { instantOption } from '../read-options.ts';
import { termsInForce } from '../policy/catalogue-terms.ts';
import { openPolicyFolder } from '../policy/read-policy-folder.ts';
import { recordedExchanges } from '../policy/recorded-exchanges.ts';

export const policyDiff: Run = async (invocation) => {
  const { terminal, options, words } = invocation;
  const before = (await openPolicyFolder(terminal.language, words[0])).policy;
  const after = (await openPolicyFolder(terminal.language, words[1])).policy;
  const period = { from: instantOption(options, 'from'), until: instantOption(options, 'until') };
  await withInstallation(invocation, async (installation) => {
    const counts = { looked: 0, different: 0, unknown: 0 };
    const recorded = counting(recordedExchanges(installation, await termsInForce(invocation), period), counts);
    for await (const difference of diffPolicies(before, after, recorded)) {
      counts.different += 1;
      if (terminal.isJson) terminal.print(JSON.stringify(difference));
      else tell(terminal, after, difference);
    }
    terminal.remark(cliText(terminal.language, 'policyDiff.done', counts));
    if (counts.unknown > 0) terminal.remark(cliText(terminal.language, 'policyDiff.unknown', counts));
  });
};

async function* counting(
  recorded: AsyncIterable<RecordedExchange>,
  counts: { looked: number; unknown: number },
): AsyncGenerator<RecordedExchange> {
  for await (const exchange of recorded) {
    counts.looked += 1;
    if (exchange.unknown.length > 0) counts.unknown += 1;
    yield exchange;
  }
}

function tell(terminal: Terminal, after: Policy, { exchangeId, recordedAt, ...difference }: Difference): void {
  const { language } = terminal;
  const word = (verdict: string): string => cliText(language, `verdict.${verdict}`, {});
  const why = difference.after.reasons.map((reason) => after.textOf(reason)?.[language].text ?? reason).join(' ');
  terminal.print(
    `${recordedAt.slice(0, 16)}Z  ${exchangeId}  ${word(difference.before.verdict)} → ${word(difference.after.verdict)}  ${difference.after.reasons.join(', ')}: ${why}`,
  );
  for (const { kind, before, after: now, count, paths } of difference.parts)
    terminal.print(
      `    ${count} × ${kind}  ${before.label} ${word(before.verdict)} → ${now.label} ${word(now.verdict)}  ${paths.join(' ')}`.trimEnd(),
    );
}
