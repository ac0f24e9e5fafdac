import { canonicalJson, describeCause, OctroiError, sha256Hex } from '../../base/index.ts';
import { type Catalogue, isNewer } from '../../catalogue/index.ts';
import { type Fault, isConfiguration, isRuling, type Policy, type PolicyFile } from '../../policy/index.ts';
import { loadCatalogue, readImported } from '../catalogue/installed-catalogue.ts';
import { cliError } from '../errors.ts';
import type { Settings } from '../settings/settings.ts';
import { withTrainingAddress } from '../training/training-address.ts';
import { type CatalogueTerms, termsOf } from './catalogue-terms.ts';
import { openPolicyFiles, readPolicyFolder } from './read-policy-folder.ts';

/** A policy and a catalogue, as they are in force together. */
export type Rules = {
  readonly policy: Policy;
  readonly files: readonly PolicyFile[];
  /** What is likely a slip in them, though they count. */
  readonly warnings: readonly Fault[];
  readonly catalogue: Catalogue;
  readonly terms: CatalogueTerms & { readonly version: string };
};

export type RulesEvents = {
  /** Called with what comes into force, before it does. */
  readonly onChange: (rules: Rules) => Promise<void>;
  /** Files that changed and cannot be used: what was in force stays. */
  readonly onFault: (code: string) => void;
};

export type RulesOptions = {
  /** The version of the catalogue that was in force here last. What is there now may be no older. */
  readonly catalogueBefore?: string | undefined;
  readonly lookEveryMs?: number;
};

const usualLookEveryMs = 2_000;

/** What the files hold, and a digest of it: cheap to compare, where reading it as rules takes a tenth of a second. */
type Reading = { readonly state: string; readonly files: readonly PolicyFile[] };
type FailedReading = { readonly state: string; readonly thrown: unknown };

/**
 * The policy and the catalogue of a running post. Their files are read again every two seconds: what is changed comes
 * into force whole, between two requests, once two readings agree; what is faulty does not, nor does what has vanished.
 */
export class RulesInForce {
  readonly #settings: Settings;
  readonly #events: RulesEvents;
  #rules: Rules;
  /** What is in force, what was read last, and what was read as rules but found faulty. */
  readonly #states: { inForce: string; read: string; refused: string };
  #ready: { readonly state: string; readonly rules: Rules } | undefined;
  #lastFault = '';
  #timer: NodeJS.Timeout | undefined;

  private constructor(settings: Settings, events: RulesEvents, { rules, state }: { rules: Rules; state: string }) {
    this.#states = { inForce: state, read: state, refused: '' };
    this.#settings = settings;
    this.#events = events;
    this.#rules = rules;
  }

  /** @throws policy_invalid, policy_folder_empty, cli_file_unreadable, cli_catalogue_older, and what `loadCatalogue` throws */
  static async open(
    settings: Settings,
    events: RulesEvents,
    { catalogueBefore, lookEveryMs = usualLookEveryMs }: RulesOptions = {},
  ): Promise<RulesInForce> {
    const { state, files } = await read(settings);
    const rules = await rulesOf(settings, files);
    requireNoOlder(catalogueBefore, rules.catalogue);
    await events.onChange(rules);
    const inForce = new RulesInForce(settings, events, { rules, state });
    inForce.#lookLater(lookEveryMs);
    return inForce;
  }

  get rules(): Rules {
    return this.#rules;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #lookLater(everyMs: number): void {
    this.#timer = setTimeout(() => void this.#look(everyMs), everyMs).unref();
  }

  async #look(everyMs: number): Promise<void> {
    try {
      const reading = await read(this.#settings).catch(failed);
      // Files that are just being written, or taken away, differ from one look to the next.
      const isSettled = reading.state === this.#states.read;
      this.#states.read = reading.state;
      if (isSettled) await this.#take(reading);
    } catch (thrown) {
      const code = describeCause(thrown);
      const fault = `${code} ${this.#states.read}`;
      if (fault !== this.#lastFault) this.#events.onFault(code);
      this.#lastFault = fault;
    }
    if (this.#timer) this.#lookLater(everyMs);
  }

  async #take(reading: Reading | FailedReading): Promise<void> {
    if ('thrown' in reading) throw reading.thrown;
    if (reading.state === this.#states.refused) return;
    this.#states.refused = '';
    if (reading.state !== this.#states.inForce) {
      if (this.#ready?.state !== reading.state)
        this.#ready = { state: reading.state, rules: await this.#prepared(reading) };
      // The ledger may be away: it is asked again at the next look, and until then nothing has changed.
      await this.#events.onChange(this.#ready.rules);
      this.#rules = this.#ready.rules;
      this.#states.inForce = reading.state;
    }
    this.#lastFault = '';
    this.#ready = undefined;
  }

  async #prepared({ state, files }: Reading): Promise<Rules> {
    try {
      requireWhatWas(this.#rules.files, files);
      const rules = await rulesOf(this.#settings, files);
      requireNoOlder(this.#rules.catalogue.version, rules.catalogue);
      return rules;
    } catch (thrown) {
      // Until they change again, faulty files are not read anew; one that could not be opened may open next time.
      if (thrown instanceof OctroiError && thrown.code !== 'cli_file_unreadable') this.#states.refused = state;
      throw thrown;
    }
  }
}

// A folder that is unmounted, moved or half written must not hand the post over to octroi's own policy.
function requireWhatWas(before: readonly PolicyFile[], now: readonly PolicyFile[]): void {
  const hadRules = before.filter(({ name }) => isRuling(name));
  const configuration = hadRules.find(({ name }) => isConfiguration(name));
  if (configuration && !now.some(({ name }) => isConfiguration(name)))
    throw new OctroiError('policy_file_missing', { file: configuration.name });
  if (hadRules[0] && !now.some(({ name }) => isRuling(name)))
    throw new OctroiError('policy_file_missing', { file: hadRules[0].name });
}

// An imported catalogue that is gone, or gives way to an older one, must not bring back terms that have ended.
function requireNoOlder(before: string | undefined, { version: now }: Catalogue): void {
  if (before !== undefined && isNewer(before, now)) throw cliError('cli_catalogue_older', { before, now });
}

async function rulesOf(settings: Settings, texts: readonly PolicyFile[]): Promise<Rules> {
  const { policy: written, files, warnings } = openPolicyFiles(settings.language, texts);
  const policy = withTrainingAddress(written, settings);
  const catalogue = await loadCatalogue(settings);
  return { policy, files, warnings, catalogue, terms: { ...termsOf(catalogue), version: catalogue.version } };
}

async function read(settings: Settings): Promise<Reading> {
  const files = await readPolicyFolder(settings.policy.folder || undefined);
  const imported = await readImported(settings);
  const state = sha256Hex(canonicalJson([...files.flatMap(({ name, text }) => [name, text]), imported ?? '']));
  return { state, files };
}

function failed(thrown: unknown): FailedReading {
  return { state: describeCause(thrown), thrown };
}
