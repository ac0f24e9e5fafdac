// The auditor's program: `octroi verify` alone, bundled into one file that any Node from 20.15 on runs, without octroi.
import { parseArgs } from 'node:util';
import { OctroiError } from '../../base/index.ts';
import { verifyFiles } from '../../ledger/verify/index.ts';
import { type Language, languageOf, refutationText, verificationText } from '../../messages/verification.ts';
import type { ExitCode } from '../command.ts';
import { exitOf, verifyExits } from '../verify/exit-code.ts';
import { explain } from '../verify/explain.ts';
import { readEvidence, readTrust } from '../verify/read-evidence.ts';

const options = {
  key: { type: 'string', multiple: true },
  origin: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

async function main(args: string[], language: Language): Promise<ExitCode> {
  const call = read(args);
  if (!call || call.values.help || call.positionals.length === 0) {
    process.stderr.write(`${verificationText(language, 'usage', {})}\n`);
    return call?.values.help ? verifyExits.proven : verifyExits.usage;
  }
  const { values, positionals } = call;
  try {
    const trust = await readTrust(values.key ?? [], values.origin);
    const verdict = await verifyFiles(await Promise.all(positionals.map(readEvidence)), trust);
    process.stdout.write(`${values.json ? JSON.stringify(verdict) : explain(language, verdict).join('\n')}\n`);
    return verdict.isTrusted ? verifyExits.proven : verifyExits.untold;
  } catch (fault) {
    const text = fault instanceof OctroiError ? refutationText(language, fault.code, fault.args) : undefined;
    if (!(fault instanceof OctroiError) || !text) throw fault;
    if (values.json) process.stdout.write(`${JSON.stringify({ error: { code: fault.code, ...text } })}\n`);
    else process.stderr.write(`${text.text}\n  → ${text.hint} [${fault.code}]\n`);
    return exitOf(fault.code);
  }
}

function read(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch {
    return undefined; // Wrongly called: the usage says how.
  }
}

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
process.exitCode = await main(process.argv.slice(2), languageOf(LC_ALL || LC_MESSAGES || LANG));
