import { cliText } from '../../messages/index.ts';
import { type Explanation, explain, type Policy } from '../../policy/index.ts';
import type { Run, Terminal } from '../command.ts';
import { withInstallation } from '../options.ts';
import { termsInForce } from '../policy/catalogue-terms.ts';
import { policyOf } from '../policy/read-policy-folder.ts';
import { recordedExchange } from '../policy/recorded-exchanges.ts';

export const policyExplain: Run = async (invocation) => {
  const { terminal, words } = invocation;
  const { policy } = await policyOf(invocation);
  await withInstallation(invocation, async (installation) => {
    const exchange = await recordedExchange(installation, await termsInForce(invocation), words[0] ?? '');
    if (!exchange) return terminal.remark(cliText(terminal.language, 'policyExplain.unread', {}));
    const explanation = explain(policy, exchange);
    if (terminal.isJson)
      return terminal.print(JSON.stringify({ ...explanation, facts: exchange.facts, unknown: exchange.unknown }));
    tell(terminal, policy, explanation);
    const { unknown } = exchange;
    if (unknown.length > 0) {
      const what = unknown.map((fact) => cliText(terminal.language, `unknownFact.${fact}`, {})).join(', ');
      terminal.remark(cliText(terminal.language, 'policyExplain.unknown', { what }));
    }
  });
};

function tell(terminal: Terminal, policy: Policy, { decision, parts }: Explanation): void {
  const { language } = terminal;
  const word = (verdict: string): string => cliText(language, `verdict.${verdict}`, {});
  terminal.print(
    cliText(language, 'policyExplain.verdict', {
      verdict: word(decision.verdict),
      version: policy.version.slice(0, 12),
    }),
  );
  for (const [index, reason] of decision.reasons.entries()) {
    const found = policy.policies.find(({ id }) => id === reason);
    const where = found && found.file !== '' ? `${found.file}:${found.line}` : 'octroi';
    const text = decision.texts[index]?.[language];
    terminal.print(`\n  ${reason} (${where})\n  ${text?.text ?? ''} ${text?.hint ?? ''}`.trimEnd());
    if (found) terminal.print(found.source.replaceAll(/^/gm, '    '));
  }
  terminal.print('');
  for (const { kind, decided, count, paths } of parts)
    terminal.print(
      `  ${word(decided.verdict)}  ${count} × ${kind}  ${decided.label}  ${decided.reasons.join(', ')}  ${paths.join(' ')}`.trimEnd(),
    );
}
