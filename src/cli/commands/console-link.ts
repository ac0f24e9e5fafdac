import { makeLink } from '../../console-api/index.ts';
import { cliText } from '../../messages/index.ts';
import { type Command, commonOptions } from '../command.ts';
import { withInstallation } from '../options.ts';

export const consoleLink: Command = {
  name: 'console link',
  options: commonOptions,
  summary: 'consoleLink.summary',
  examples: ['octroi console link'],
  run: async (invocation) =>
    withInstallation(invocation, async ({ tenancy, tenant, settings }) => {
      const { terminal } = invocation;
      const { host, port, publicUrl } = settings.console;
      const signInLink = `${publicUrl.replace(/\/+$/, '') || `http://${host}:${port}`}/sign-in#${await makeLink(tenancy, tenant.id)}`;
      if (terminal.isJson) return terminal.print(JSON.stringify({ signInLink }));
      terminal.remark(cliText(terminal.language, 'consoleLink.once', {}));
      terminal.print(signInLink);
    }),
};
