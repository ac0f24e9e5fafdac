import { verifyFiles } from '../../ledger/verify/index.ts';
import { type Command, commonOptions } from '../command.ts';
import { textOption, textsOption } from '../options.ts';
import { verifyExits } from '../verify/exit-code.ts';
import { explain } from '../verify/explain.ts';
import { readEvidence, readTrust } from '../verify/read-evidence.ts';

export const verify: Command = {
  name: 'verify',
  options: {
    json: commonOptions.json,
    help: commonOptions.help,
    key: { type: 'string', multiple: true },
    origin: { type: 'string' },
  },
  words: ['FILE'],
  rest: 'FILE',
  summary: 'verify.summary',
  examples: [
    'octroi verify record.tlog-proof --key octroi-keys.txt',
    'octroi verify ledger.jsonl --key octroi-keys.txt --origin octroi.internal/TENANT',
    'octroi verify ./log checkpoint-of-last-year --key octroi-keys.txt',
  ],
  run: async ({ terminal, options, words }) => {
    const trust = await readTrust(textsOption(options, 'key'), textOption(options, 'origin'));
    const verdict = await verifyFiles(await Promise.all(words.map(readEvidence)), trust);
    if (terminal.isJson) terminal.print(JSON.stringify(verdict));
    else for (const line of explain(terminal.language, verdict)) terminal.print(line);
    return verdict.isTrusted ? verifyExits.proven : verifyExits.untold;
  },
};
