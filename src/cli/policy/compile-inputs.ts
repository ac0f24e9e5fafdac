import { cliText } from '../../messages/index.ts';
import { type CompileInput, contractForPlan, type Route, type Target } from '../../policy/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import type { Invocation, Options } from '../command.ts';
import { cliError } from '../errors.ts';
import { settingsOf } from '../options.ts';
import { textOption } from '../read-options.ts';
import { termsOf } from './catalogue-terms.ts';
import { policyOf } from './read-policy-folder.ts';

/**
 * What a target is compiled from, as the command line, the settings and the policy's folder say.
 * @throws cli_option_invalid, and what `policyOf` and `loadCatalogue` throw
 */
export async function compileInputs(invocation: Invocation): Promise<(target: Target) => CompileInput> {
  const { options, terminal } = invocation;
  const { policy } = await policyOf(invocation);
  const settings = await settingsOf(invocation);
  const catalogue = await loadCatalogue(settings);
  const terms = termsOf(catalogue);
  const at = new Date().toISOString();
  const route = routeOf(invocation, settings.gateway);
  return (target) => {
    const id = textOption(options, 'plan') ?? target.plan;
    const plan = terms.plan(id, at);
    if (!plan) throw cliError('cli_option_invalid', { option: '--plan', value: id });
    return {
      policy,
      catalogue,
      at,
      plan,
      contract: textOption(options, 'contract') ?? contractForPlan(policy, id),
      workspace: textOption(options, 'workspace') ?? 'default',
      route,
      say: (key, args) => cliText(terminal.language, key, args),
    };
  };
}

function routeOf(
  { options }: Invocation,
  { publicUrl, host, port }: { publicUrl: string; host: string; port: number },
): Route {
  const organizationId = textOption(options, 'login');
  if (organizationId !== undefined && textOption(options, 'gateway') !== undefined)
    throw cliError('cli_option_invalid', { option: '--login', value: '--gateway' });
  const hookCommand = textOption(options, 'hook-command');
  const hooksUrl = addressOption(options, 'hooks');
  if (hookCommand !== undefined && hooksUrl !== undefined)
    throw cliError('cli_option_invalid', { option: '--hook-command', value: '--hooks' });
  const asks = hookCommand === undefined ? {} : { hookCommand };
  if (organizationId !== undefined) return { kind: 'login', organizationId, ...asks };
  const url = addressOption(options, 'gateway') ?? (publicUrl || `http://${host}:${port}`);
  return { kind: 'gateway', url, ...asks, ...(hooksUrl === undefined ? {} : { hooksUrl }) };
}

function addressOption(options: Options, name: string): string | undefined {
  const value = textOption(options, name);
  if (value === undefined || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))) return value;
  throw cliError('cli_option_invalid', { option: `--${name}`, value });
}
