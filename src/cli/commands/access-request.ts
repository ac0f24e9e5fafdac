import { canonicalJson, type Json } from '../../base/index.ts';
import type { LedgerRecord } from '../../ledger/index.ts';
import { cliText } from '../../messages/index.ts';
import { describeClasses, personRecords, recordAccess } from '../../retention/index.ts';
import { describePerson, resolvePerson } from '../../tenancy/index.ts';
import { accessPage } from '../access/record-page.ts';
import { writeArchive } from '../access/write-archive.ts';
import type { Run } from '../command.ts';
import { languageOption, requiredOption, textOption } from '../read-options.ts';
import { withRetention } from '../retention/open-retention.ts';

export const accessRequest: Run = async (invocation) =>
  withRetention(invocation, async ({ retention, installation, tenantId }) => {
    const { terminal, options, words } = invocation;
    const { tenancy } = installation;
    const [file, by] = [requiredOption(options, 'out'), requiredOption(options, 'by')];
    const personId = await resolvePerson(tenancy, { tenantId, person: words[0] ?? '' });
    const person = await describePerson(tenancy, { tenantId, personId });
    const language = languageOption(textOption(options, 'language') ?? person.language);
    const classes = await describeClasses(retention, tenantId);
    const madeAt = retention.now();
    const facts = { octroi: 'octroi/access@1', madeAt, person, classes };
    const page = { language, madeAt: madeAt.toISOString(), person, classes };
    const records = () => personRecords(retention, { tenantId, personId });
    const counter = { records: 0 };
    const name = language === 'fr' ? 'a-lire.html' : 'read-me.html';
    await writeArchive(
      file,
      [
        { name, text: accessPage(page, records()) },
        { name: 'person.json', text: once(`${JSON.stringify(facts, undefined, 2)}\n`) },
        { name: 'records.jsonl', text: lines(records(), counter) },
      ],
      madeAt,
    );
    await recordAccess(retention, { tenantId, personId, records: counter.records, by });
    if (terminal.isJson) return terminal.print(JSON.stringify({ file, records: counter.records }));
    terminal.remark(cliText(terminal.language, 'accessRequest.done', { records: counter.records, file }));
  });

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function* lines(records: AsyncIterable<LedgerRecord>, counter: { records: number }): AsyncGenerator<string> {
  for await (const record of records) {
    counter.records += 1;
    yield `${canonicalJson(record as Json)}\n`;
  }
}
