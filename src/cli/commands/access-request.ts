import { cliText } from '../../messages/index.ts';
import { resolvePerson } from '../../tenancy/index.ts';
import { writeAccessArchive } from '../access/access-archive.ts';
import type { Run } from '../command.ts';
import { languageOption, requiredOption, textOption } from '../read-options.ts';
import { withRetention } from '../retention/open-retention.ts';

export const accessRequest: Run = async (invocation) =>
  withRetention(invocation, async ({ retention, installation, tenantId }) => {
    const { terminal, options, words } = invocation;
    const { tenancy } = installation;
    const [file, by] = [requiredOption(options, 'out'), requiredOption(options, 'by')];
    const said = textOption(options, 'language');
    const language = said === undefined ? undefined : languageOption(said);
    const personId = await resolvePerson(tenancy, { tenantId, person: words[0] ?? '' });
    const parts = { retention, tenancy, tenantId };
    const records = await writeAccessArchive(parts, { personId, language, by }, file);
    if (terminal.isJson) return terminal.print(JSON.stringify({ file, records }));
    terminal.remark(cliText(terminal.language, 'accessRequest.done', { records, file }));
  });
