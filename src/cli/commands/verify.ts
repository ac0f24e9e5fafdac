import { verifyFiles } from '../../ledger/verify/index.ts';
import type { Run } from '../command.ts';
import { textOption, textsOption } from '../read-options.ts';
import { verifyExits } from '../verify/exit-code.ts';
import { explain } from '../verify/explain.ts';
import { readEvidence, readTrust } from '../verify/read-evidence.ts';

export const verify: Run = async ({ terminal, options, words }) => {
  const trust = await readTrust(textsOption(options, 'key'), textOption(options, 'origin'));
  const verdict = await verifyFiles(await Promise.all(words.map(readEvidence)), trust);
  if (terminal.isJson) terminal.print(JSON.stringify(verdict));
  else for (const line of explain(terminal.language, verdict)) terminal.print(line);
  return verdict.isTrusted ? verifyExits.proven : verifyExits.untold;
};
