import { cliText } from '../../messages/index.ts';
import type { Policy } from '../../policy/index.ts';
import type { Run, Terminal } from '../command.ts';
import { textOption } from '../read-options.ts';
import { termsInForce } from '../policy/catalogue-terms.ts';
import { contractFaultLine, contractFaultsOfPost } from '../policy/contracts-of-post.ts';
import { faultLine, openPolicyFolder, policyOf } from '../policy/read-policy-folder.ts';
import { printTable } from '../print-table.ts';

export const policyCheck: Run = async (invocation) => {
  const { terminal, options } = invocation;
  const terms = await termsInForce(invocation);
  const now = new Date().toISOString();
  const isPlan = (id: string): boolean => terms.plan(id, now) !== undefined;
  const { policy, files, warnings } = await openPolicyFolder(terminal.language, textOption(options, 'policy'), isPlan);
  const contractFaults = await contractFaultsOfPost(invocation, policy);
  const counts = {
    version: policy.version,
    files: files.length,
    labels: policy.labels.all.length,
    policies: policy.policies.length,
    workspaces: Object.keys(policy.configuration.workspaces).length,
    contracts: Object.keys(policy.configuration.contracts).length,
  };
  if (terminal.isJson)
    return terminal.print(JSON.stringify({ ...counts, warnings, contractFaults: contractFaults ?? null }));
  const { language } = terminal;
  terminal.print(cliText(language, 'policyCheck.done', counts));
  for (const warning of warnings)
    terminal.remark(cliText(language, 'policyCheck.warning', { fault: faultLine(language, warning) }));
  for (const fault of contractFaults ?? [])
    terminal.remark(cliText(language, 'policyCheck.warning', { fault: contractFaultLine(language, fault) }));
  if (contractFaults === undefined) terminal.remark(cliText(language, 'policyCheck.noPost', {}));
};

export const policyShow: Run = async (invocation) => {
  const { terminal, options } = invocation;
  const { policy } = await policyOf(invocation);
  const { version, configuration, policies } = policy;
  if (terminal.isJson) {
    const told = policies.map(({ id, effect, text, source, file, line }) => ({
      id,
      effect,
      text,
      source,
      file,
      line,
    }));
    return terminal.print(JSON.stringify({ version, configuration, policies: told }));
  }
  if (options['source'] === true) return terminal.emit(`${policies.map((each) => each.source).join('\n\n')}\n`);
  terminal.print(cliText(terminal.language, 'policyShow.version', { version }));
  terminal.print('');
  showLabels(terminal, policy);
  terminal.print('');
  showPolicies(terminal, policy);
};

function showLabels(terminal: Terminal, { labels, configuration }: Policy): void {
  const rows = labels.all.map((label) => [
    label.name,
    mark(label.name === configuration.defaultLabel),
    mark(label.needsZdr),
    mark(label.neverLeaves),
    label.retention ?? configuration.defaultRetention,
    [...label.paths, ...label.except.map((glob) => `!${glob}`), ...label.detectors].join(' ') || '–',
  ]);
  printTable(terminal, cliText(terminal.language, 'policyShow.labelColumns', {}).split('|'), rows);
}

function mark(isSo: boolean): string {
  return isSo ? '✓' : '–';
}

function showPolicies(terminal: Terminal, { policies }: Policy): void {
  const rows = policies.map(({ id, effect, file, line, text }) => [
    id,
    effect,
    file === '' ? 'octroi' : `${file}:${line}`,
    text[terminal.language].text,
  ]);
  printTable(terminal, cliText(terminal.language, 'policyShow.policyColumns', {}).split('|'), rows);
}
