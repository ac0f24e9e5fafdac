import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { BoundedMap } from '../base/index.ts';
import { type AdmissionAnswer, findAdmission, type TrainingOf } from './admission.ts';
import { changesChannel } from './changes.ts';
import { isHookToken } from './hook-token.ts';
import { hashOctroiKey, octroiSecretKind } from './octroi-key.ts';
import type { Tenancy } from './tenants.ts';

/** An answer, and whether it was true at this moment: `false` while the database is away and memory had to serve. */
export type Looked = { readonly answer: AdmissionAnswer; readonly isConfirmed: boolean };

const maxRemembered = 10_000;
const heartbeatMs = 5_000;
const reconnectPauseMs = 500;

/**
 * Tells for each presented key what it stands for, its person's roles and training too, from memory while that is true.
 *
 * Memory is trusted only while this process hears the database announce changes, and forgets a tenant at each
 * announcement. When it does not hear, every request asks the database.
 */
export class Directory {
  readonly #tenancy: Tenancy;
  readonly #trainingOf: TrainingOf;
  readonly #answers = new BoundedMap<string, AdmissionAnswer>(maxRemembered);
  #listener: Client | undefined;
  #isClosed = false;
  #listening: Promise<void> = Promise.resolve();

  constructor(tenancy: Tenancy, trainingOf: TrainingOf) {
    this.#tenancy = tenancy;
    this.#trainingOf = trainingOf;
  }

  /** Begins to listen, and goes on whenever the connection breaks. */
  start(): void {
    this.#listening = this.#keepListening();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#listener?.end().catch(() => {}); // Nothing is lost with it.
    await this.#listening;
  }

  /**
   * Looks an octroi key, an access token or a hook's token up.
   * @throws the database's fault when it is away and memory knows nothing of the key.
   */
  async look(key: string): Promise<Looked> {
    if (!isPresentable(key)) return { answer: { kind: 'refused', reason: 'unknown' }, isConfirmed: true };
    const hash = hashOctroiKey(key);
    const remembered = this.#answers.get(hash);
    const isRemembered = remembered && !(isHookToken(key) && this.#hasRunOut(remembered));
    if (isRemembered && this.#listener) return { answer: this.#asOfNow(remembered), isConfirmed: true };
    try {
      const answer = await findAdmission(this.#tenancy, { secret: key, trainingOf: this.#trainingOf });
      this.#remember(hash, answer);
      return { answer, isConfirmed: true };
    } catch (fault) {
      if (!remembered) throw fault;
      return { answer: this.#asOfNow(remembered), isConfirmed: false };
    }
  }

  /** Forgets what is known of a tenant, at once: for changes made by this process. */
  forget(tenantId: string): void {
    for (const [hash, answer] of this.#answers) {
      if (answer.kind === 'admitted' && answer.admission.tenantId === tenantId) this.#answers.delete(hash);
    }
  }

  #hasRunOut(answer: AdmissionAnswer): boolean {
    return answer.kind === 'admitted' && answer.expiresAt <= this.#tenancy.now();
  }

  #asOfNow(answer: AdmissionAnswer): AdmissionAnswer {
    if (answer.kind === 'admitted' && this.#hasRunOut(answer))
      return { kind: 'refused', reason: 'expired', language: answer.admission.language };
    return answer;
  }

  // Refusals are not remembered: the contract or key that was missing may come at any moment.
  #remember(hash: string, answer: AdmissionAnswer): void {
    this.#answers.delete(hash);
    if (answer.kind !== 'admitted') return;
    this.#answers.set(hash, answer);
  }

  async #keepListening(): Promise<void> {
    while (!this.#isClosed) {
      try {
        await this.#listen();
      } catch {
        // The database is away: `look` asks it and tells; here we only try again.
      }
      this.#listener = undefined;
      if (!this.#isClosed) await delay(reconnectPauseMs);
    }
  }

  async #listen(): Promise<void> {
    const client = new Client({
      ...this.#tenancy.store.connection,
      connectionTimeoutMillis: 2_000,
      query_timeout: heartbeatMs,
    });
    const broken = new Promise<never>((_, reject) => {
      client.on('error', reject);
      client.on('end', () => reject(new Error('the listening connection has ended')));
    });
    broken.catch(() => {}); // It is awaited below; until then a break must not count as unhandled.
    client.on('notification', (message) => this.forget(message.payload ?? ''));
    await client.connect();
    try {
      await client.query(`listen ${changesChannel}`);
      this.#answers.clear(); // Whatever changed while we did not hear.
      this.#listener = client;
      while (!this.#isClosed) {
        await Promise.race([delay(heartbeatMs), broken]);
        await client.query('select 1');
      }
    } finally {
      this.#listener = undefined;
      await client.end().catch(() => {}); // Given up already.
    }
  }
}

// A refresh token opens nothing by itself.
function isPresentable(secret: string): boolean {
  const kind = octroiSecretKind(secret);
  return kind === 'key' || kind === 'access' || isHookToken(secret);
}
