import { type Books, latestRecords } from '../../ledger/index.ts';

const mostRecords = 500;

/** Which catalogue the post decided by at the end of a day, by the ledger; null where it does not say. */
export async function catalogueThen(books: Books, tenantId: string, on: Date): Promise<string | null> {
  const records = await latestRecords(books, tenantId, { kind: 'policy_in_force', limit: mostRecords });
  const end = `${on.toISOString().slice(0, 10)}T23:59:59.999Z`;
  return records.find(({ recordedAt }) => recordedAt <= end)?.catalogueVersion ?? null;
}
