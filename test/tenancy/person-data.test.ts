import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestAct } from '../../src/console-api/index.ts';
import { recordUpload } from '../../src/retention/index.ts';
import {
  addContract,
  createKey,
  describePerson,
  ensureTenant,
  resolvePerson,
  type Tenancy,
} from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { addAccount } from '../support/person-sign-in.ts';

let database: TestDatabase;
let tenancy: Tenancy;
let tenantId: string;

beforeAll(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
  ({ id: tenantId } = await ensureTenant(tenancy, 'told'));
});
afterAll(() => database.drop());

const of = async (person: string): Promise<string> => resolvePerson(tenancy, { tenantId, person });

test('a person is told who looked for their name and why, what they asked themselves, and what lies at vendors', async () => {
  const wanted = { workspaceName: 'w', language: 'en', validDays: 1, actor: 'console' } as const;
  const { id: keyId } = await createKey(tenancy, { tenantId, personName: 'Ada', ...wanted });
  const asking = await addAccount({ tenancy, tenantId }, 'Dana', 'octroi-dpo');
  const ada = await of('Ada');
  const person = { tenantId, personId: asking, rights: ['reveal'] as const };
  await requestAct(tenancy, person, { act: 'reveal_person', subjectId: ada, reason: 'complaint 7' });
  const terms = { plan: 'api', upstreamUrl: 'https://api.anthropic.com', organizationId: undefined };
  const added = { tenantId, name: 'c', ...terms, credential: 'test-credential', actor: 'console' } as const;
  const contractId = await addContract(tenancy, added);
  const workspace = await tenancy.store.inTenant(tenantId, (db) =>
    db.selectFrom('octroi_key').select('workspace_id').where('id', '=', keyId).executeTakeFirstOrThrow(),
  );
  const sender = { keyId, contractId, personId: ada, workspaceId: workspace.workspace_id };
  const upload = { vendorFileId: 'file_1', uploadedAt: '2026-11-26T00:00:00Z', bytes: 9, label: 'internal', name: 'n' };
  await recordUpload(tenancy, { tenantId, exchangeId: tenancy.newId(), sender, ...upload });

  const told = await describePerson(tenancy, { tenantId, personId: ada });
  expect(told.actsOfTwo).toMatchObject([
    { act: 'reveal_person', isSubject: true, hasAsked: false, reason: 'complaint 7', decision: null },
  ]);
  expect(told.files).toMatchObject([{ vendor_file_id: 'file_1', label: 'internal', ended_at: null }]);
  expect(JSON.stringify(told)).not.toContain(asking);
  const asked = await describePerson(tenancy, { tenantId, personId: asking });
  expect(asked.actsOfTwo).toMatchObject([{ isSubject: false, hasAsked: true }]);
  expect(JSON.stringify(asked)).not.toContain(ada);
});
