import { type Ruleset, rulesetOf, type RuleSources, scan } from '../../detection/index.ts';
import { cliText } from '../../messages/index.ts';
import { type CaseResult, isCases, requireMet, runCases } from '../../policy/index.ts';
import type { Run, Terminal } from '../command.ts';
import { readSources } from '../detect/read-sources.ts';
import { toldSource } from '../detect/refused-source.ts';
import { settingsOf } from '../options.ts';
import { termsInForce } from '../policy/catalogue-terms.ts';
import { policyOf } from '../policy/read-policy-folder.ts';

export const policyTest: Run = async (invocation) => {
  const { terminal } = invocation;
  const { policy, files } = await policyOf(invocation);
  // The company's own words and rules count in a case's text as they do in a request.
  const sources = await readSources((await settingsOf(invocation)).detection);
  const ruleset = madeOf(sources, terminal);
  const results = runCases(
    policy,
    files.filter(({ name }) => isCases(name)),
    {
      terms: await termsInForce(invocation),
      at: new Date().toISOString(),
      scan: (text, path) => scan(ruleset, text, path === undefined ? {} : { path }),
    },
  );
  if (terminal.isJson) terminal.print(JSON.stringify({ version: policy.version, results }));
  else for (const result of results) tellUnmet(terminal, result);
  requireMet(results);
  if (!terminal.isJson) terminal.print(cliText(terminal.language, 'policyTest.done', { count: results.length }));
};

function madeOf(sources: RuleSources, { language }: Terminal): Ruleset {
  try {
    return rulesetOf(sources);
  } catch (fault) {
    throw toldSource(language, fault);
  }
}

function tellUnmet(terminal: Terminal, { isMet, file, line, name, expected, decision }: CaseResult): void {
  if (isMet) return;
  terminal.print(
    cliText(terminal.language, 'policyTest.unmet', {
      place: `${file}:${line}`,
      name,
      expected: shown(expected.verdict, expected.reasons),
      got: shown(decision.verdict, decision.reasons),
    }),
  );
}

function shown(verdict: string, reasons: readonly string[] | undefined): string {
  return reasons === undefined ? verdict : `${verdict} (${reasons.join(', ')})`;
}
