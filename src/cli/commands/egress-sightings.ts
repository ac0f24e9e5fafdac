import { cliText } from '../../messages/index.ts';
import { readSightings } from '../../sightings/index.ts';
import type { Run } from '../command.ts';
import { withInstallation } from '../options.ts';
import { printTable } from '../print-table.ts';
import { integerOption } from '../read-options.ts';

const usualDays = 30;
const dayMs = 86_400_000;

/** `egress sightings`: what imported logs told of AI in the last days, and the logs that could not be read whole. */
export const egressSightings: Run = async (invocation) =>
  withInstallation(invocation, async ({ tenancy, tenant }) => {
    const { options, terminal } = invocation;
    const { language } = terminal;
    const days = integerOption(options, 'days', usualDays);
    const since = new Date(tenancy.now().getTime() - (days - 1) * dayMs).toISOString().slice(0, 10);
    const { sightings, imports } = await readSightings(tenancy, tenant.id, since);
    if (terminal.isJson) return terminal.print(JSON.stringify({ since, sightings, imports }));
    if (sightings.length === 0) terminal.remark(cliText(language, 'egressSightings.none', { since }));
    else
      printTable(
        terminal,
        cliText(language, 'egressSightings.columns', {}).split('|'),
        sightings.map(({ day, source, vendor, host, audience = 'unknown', flows, denied, bytesOut, bytesIn }) => [
          day,
          source,
          vendor ?? '?',
          host,
          cliText(language, `egressShadow.audience.${audience}`, {}),
          ...[flows, denied, bytesOut, bytesIn].map(String),
        ]),
      );
    for (const { log: file, whole } of imports)
      if (whole === undefined) terminal.remark(cliText(language, 'egressSightings.cut', { file }));
      else if (whole.malformed > 0)
        terminal.remark(cliText(language, 'egressShadow.malformed', { file, lines: whole.malformedAt.join(', ') }));
  });
