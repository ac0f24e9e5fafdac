import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { OctroiError } from '../../base/index.ts';
import { cliText, type Language, postureText } from '../../messages/index.ts';
import { compareContracts, type ContractFault, type Policy } from '../../policy/index.ts';
import { listContracts } from '../../tenancy/index.ts';
import type { Invocation } from '../command.ts';
import { settingsOf, withInstallation } from '../options.ts';

/**
 * Where the contracts of a policy and those that the post of this place holds part; undefined where no post was found, or
 * its database does not answer: a policy is checked on machines that have none.
 */
export async function contractFaultsOfPost(
  invocation: Invocation,
  policy: Policy,
): Promise<readonly ContractFault[] | undefined> {
  const held = await contractsOfPost(invocation);
  return held && compareContracts(policy.configuration.contracts, held);
}

/** The contracts that the post of this place holds; undefined where no post was found or its database does not answer. */
export async function contractsOfPost(
  invocation: Invocation,
): Promise<Awaited<ReturnType<typeof listContracts>> | undefined> {
  if (!(await hasPost(invocation))) return undefined;
  try {
    return await withInstallation(invocation, ({ tenancy, tenant }) => listContracts(tenancy, tenant.id));
  } catch (fault) {
    if (!(fault instanceof OctroiError)) throw fault;
    const { terminal } = invocation;
    terminal.remark(cliText(terminal.language, 'policyCheck.postAway', { code: fault.code }));
    return undefined;
  }
}

// Nothing is made where nothing was: opening an installation would found one, in whatever database DATABASE_URL names. Only
// with a master key is it octroi's.
async function hasPost(invocation: Invocation): Promise<boolean> {
  const { data, database } = await settingsOf(invocation);
  if (database.url !== '' && process.env['OCTROI_MASTER_KEY']) return true;
  return access(join(resolve(data), 'master.key')).then(
    () => true,
    () => false,
  );
}

/** A fault on one line. */
export function contractFaultLine(language: Language, { contract, code, inPolicy, held }: ContractFault): string {
  return postureText(language, `evidence.${code}`, { contract, inPolicy, held });
}
