import { listContracts } from '../../tenancy/index.ts';
import { cliText } from '../../messages/index.ts';
import type { Invocation, Terminal } from '../command.ts';
import { settingsOf } from '../options.ts';
import { callOptions, type Post, runPost, untilAskedToStop } from '../run-post.ts';
import { tellTo } from '../tell.ts';
import type { Settings } from '../settings/settings.ts';
import { version } from '../version.ts';
import { openInstallation } from '../wire.ts';
import { withoutCrashDumps } from '../without-crash-dumps.ts';

export async function runUp(invocation: Invocation): Promise<void> {
  const { terminal, options } = invocation;
  const installation = await openInstallation({ settings: await settingsOf(invocation), mode: 'own', isDemo: false });
  const acceptsOlderCatalogue = options['older-catalogue'] === true;
  await withoutCrashDumps(tellTo(terminal));
  const post = await runPost({ installation, version, tell: tellTo(terminal), acceptsOlderCatalogue });
  const contracts = await listContracts(installation.tenancy, installation.tenant.id);
  await announce(terminal, post, { hasContract: contracts.length > 0, settings: installation.settings });
  await untilAskedToStop();
  terminal.remark(cliText(terminal.language, 'up.stopping', {}));
  await post.stop();
}

/** Says where the post stands, how to sign in, and how to point a client at it. */
export async function announce(
  terminal: Terminal,
  post: Post,
  { hasContract, settings }: { readonly hasContract: boolean; readonly settings: Settings },
): Promise<void> {
  const { gatewayUrl, consoleUrl, egressUrl } = post;
  const signInLink = await post.signInLink();
  const options = callOptions(settings);
  if (terminal.isJson) return terminal.print(JSON.stringify({ gatewayUrl, consoleUrl, egressUrl, signInLink }));
  terminal.print(cliText(terminal.language, 'up.ready', { version, gatewayUrl, consoleUrl, signInLink, options }));
  if (egressUrl !== undefined) terminal.print(cliText(terminal.language, 'up.egress', { egressUrl }));
  terminal.print(cliText(terminal.language, hasContract ? 'up.client' : 'up.contractFirst', { gatewayUrl, options }));
}
