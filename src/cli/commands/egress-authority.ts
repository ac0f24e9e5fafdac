import { X509Certificate } from 'node:crypto';
import { systemClock } from '../../base/index.ts';
import { chooseSigner } from '../../egress/index.ts';
import { cliText } from '../../messages/index.ts';
import { exitCodes, type Run } from '../command.ts';
import { authoritiesOf } from '../egress/inspection.ts';
import { withInstallation } from '../options.ts';

/** `egress authority`: the certificates that workstations are to trust, in PEM; made where there is none. */
export const egressAuthority: Run = async (invocation) =>
  withInstallation(invocation, async (installation) => {
    const { terminal } = invocation;
    const { language } = terminal;
    const authorities = await authoritiesOf(installation);
    const listed = installation.settings.egress.inspected;
    if (authorities.length === 0) {
      terminal.remark(cliText(language, 'egressAuthority.none', {}));
      return exitCodes.refused;
    }
    const told = authorities.map((authority) => {
      const signs = listed.filter((host) => chooseSigner(authorities, host, systemClock()) === authority);
      const { fingerprint256: fingerprint } = new X509Certificate(authority.certificatePem);
      const { id, hosts, certificatePem, madeAt, notAfter } = authority;
      return { id, hosts, signs, fingerprint, madeAt, notAfter, certificatePem };
    });
    if (terminal.isJson) return void terminal.print(JSON.stringify(told));
    for (const { hosts, signs, fingerprint, notAfter, certificatePem } of told) {
      const until = notAfter.toISOString().slice(0, 10);
      const words = { fingerprint, until, hosts: hosts.join(', '), signs: signs.join(', ') || '–' };
      terminal.remark(cliText(language, 'egressAuthority.one', words));
      terminal.emit(`${certificatePem.trim()}\n`);
    }
    return undefined;
  });
