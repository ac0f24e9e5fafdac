import { trainingModuleText } from '../../messages/index.ts';
import type { ListedAttestation } from '../attestations.ts';
import { trainingError } from '../errors.ts';
import { findModule } from '../modules/modules.ts';

/** A statement of xAPI 1.0.3, as far as attestations make them: https://github.com/adlnet/xAPI-Spec (read 2026-11-27). */
export type Statement = {
  readonly id: string;
  readonly timestamp: string;
  readonly actor: {
    readonly objectType: 'Agent';
    readonly account: { readonly homePage: string; readonly name: string };
  };
  readonly verb: { readonly id: string; readonly display: Readonly<Record<string, string>> };
  readonly object: {
    readonly objectType: 'Activity';
    readonly id: string;
    readonly definition: { readonly type: string; readonly name: Readonly<Record<string, string>> };
  };
  readonly result: { readonly completion: true; readonly success?: true };
  readonly context: { readonly platform: 'octroi'; readonly extensions: Readonly<Record<string, string>> };
};

/**
 * An attestation as a statement. The person is an account at `home` by their pseudonym: a record store learns no name.
 * Its id is the attestation's, so that a store keeps one of those that are sent twice.
 */
export function statementOf(attestation: ListedAttestation, home: string): Statement {
  const { id, pseudonym, module, version, validUntil, recordedAt } = attestation;
  const isOwn = version !== null;
  const activity = `${home}/trainings/${module}`;
  return {
    id,
    timestamp: recordedAt,
    actor: { objectType: 'Agent', account: { homePage: home, name: pseudonym } },
    verb: isOwn ? verbs.passed : verbs.completed,
    object: {
      objectType: 'Activity',
      id: activity,
      definition: { type: 'http://adlnet.gov/expapi/activities/course', name: titlesOf(module) },
    },
    result: { completion: true, ...(isOwn ? { success: true } : {}) },
    context: {
      platform: 'octroi',
      extensions: {
        [`${home}/xapi/valid-until`]: validUntil,
        ...(isOwn ? { [`${home}/xapi/module-version`]: version } : {}),
      },
    },
  };
}

const verbs = {
  passed: { id: 'http://adlnet.gov/expapi/verbs/passed', display: { en: 'passed', fr: 'a réussi' } },
  completed: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { en: 'completed', fr: 'a terminé' } },
} as const;

/** What a module is called in each language; its id where octroi does not give it. */
export function titlesOf(id: string): Readonly<Record<'en' | 'fr', string>> {
  const module = findModule(id);
  if (!module) return { en: id, fr: id };
  return { en: trainingModuleText(module.id, 'en').title, fr: trainingModuleText(module.id, 'fr').title };
}

export type RecordStore = {
  /** Its xAPI endpoint, without `/statements`. */
  readonly url: string;
  /** `key:secret`, sent as Basic authentication. */
  readonly credential: string;
};

const batch = 50;
const waitMs = 30_000;

/**
 * Sends statements to a learning record store, 50 at a time. Sent again, they are there once.
 * @throws training_store_address_invalid, training_store_refused
 */
export async function sendStatements(store: RecordStore, statements: readonly Statement[]): Promise<void> {
  const url = statementsUrl(store.url);
  for (let from = 0; from < statements.length; from += batch)
    await post(url, store, statements.slice(from, from + batch));
}

async function post(url: URL, { credential }: RecordStore, statements: readonly Statement[]): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    'x-experience-api-version': '1.0.3',
    authorization: `Basic ${Buffer.from(credential).toString('base64')}`,
  };
  // A redirect would carry the credential elsewhere.
  const request = { method: 'POST', headers, body: JSON.stringify(statements), redirect: 'error' } as const;
  const answered = await fetch(url, { ...request, signal: AbortSignal.timeout(waitMs) }).catch((fault: unknown) => {
    throw trainingError('training_store_refused', { answer: fault instanceof Error ? fault.name : 'fault' }, fault);
  });
  await answered.body?.cancel();
  if (!answered.ok) throw trainingError('training_store_refused', { answer: answered.status });
}

// The credential goes in clear over http: on this machine alone.
function statementsUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(`${text.replace(/\/+$/, '')}/statements`) : undefined;
  const isHere = url !== undefined && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && isHere)) || url.username !== '')
    throw trainingError('training_store_address_invalid');
  return url;
}
