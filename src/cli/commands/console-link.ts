import { makeLink } from '../../console-api/index.ts';
import { cliText } from '../../messages/index.ts';
import type { Run } from '../command.ts';
import { withInstallation } from '../options.ts';
import { addressOf } from '../post-address.ts';

export const consoleLink: Run = async (invocation) =>
  withInstallation(invocation, async ({ tenancy, tenant, settings }) => {
    const { terminal } = invocation;
    const { consoleUrl } = await addressOf(settings);
    const signInLink = `${consoleUrl}/sign-in#${await makeLink(tenancy, tenant.id)}`;
    if (terminal.isJson) return terminal.print(JSON.stringify({ signInLink }));
    terminal.remark(cliText(terminal.language, 'consoleLink.once', {}));
    terminal.print(signInLink);
  });
