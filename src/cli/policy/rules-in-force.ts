import { canonicalJson, describeCause, OctroiError, sha256Hex } from '../../base/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Policy, PolicyFile } from '../../policy/index.ts';
import { loadCatalogue, readImported } from '../catalogue/installed-catalogue.ts';
import type { Settings } from '../settings/settings.ts';
import { type CatalogueTerms, termsOf } from './catalogue-terms.ts';
import { openPolicyFolder, readPolicyFolder } from './read-policy-folder.ts';

/** A policy and a catalogue, as they are in force together. */
export type Rules = {
  readonly policy: Policy;
  readonly files: readonly PolicyFile[];
  readonly catalogue: Catalogue;
  readonly terms: CatalogueTerms & { readonly version: string };
};

export type RulesEvents = {
  /** Called with what comes into force, before it does. */
  readonly onChange: (rules: Rules) => Promise<void>;
  /** Files that changed and cannot be used: what was in force stays. */
  readonly onFault: (code: string) => void;
};

const lookEveryMs = 2_000;

/**
 * The policy and the catalogue of a running post. Their files are read again every two seconds: what is changed comes
 * into force whole, between two requests, and what is faulty does not.
 */
export class RulesInForce {
  readonly #settings: Settings;
  readonly #events: RulesEvents;
  #rules: Rules;
  #state: string;
  #lastFault = '';
  #timer: NodeJS.Timeout | undefined;

  private constructor(settings: Settings, events: RulesEvents, { rules, state }: { rules: Rules; state: string }) {
    this.#state = state;
    this.#settings = settings;
    this.#events = events;
    this.#rules = rules;
  }

  /** @throws policy_invalid, cli_file_unreadable, and what `loadCatalogue` throws */
  static async open(settings: Settings, events: RulesEvents): Promise<RulesInForce> {
    const state = await stateOf(settings);
    const rules = await readRules(settings);
    await events.onChange(rules);
    const inForce = new RulesInForce(settings, events, { rules, state });
    inForce.#lookLater();
    return inForce;
  }

  get rules(): Rules {
    return this.#rules;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #lookLater(): void {
    this.#timer = setTimeout(() => void this.#look(), lookEveryMs).unref();
  }

  async #look(): Promise<void> {
    try {
      const state = await stateOf(this.#settings);
      if (state !== this.#state) {
        this.#state = state; // Looked at once, whatever comes of it: until they change again, files are not read anew.
        const rules = await readRules(this.#settings);
        await this.#events.onChange(rules);
        this.#rules = rules;
        this.#lastFault = '';
      }
    } catch (thrown) {
      const code = thrown instanceof OctroiError ? thrown.code : describeCause(thrown);
      if (code !== this.#lastFault) this.#events.onFault(code);
      this.#lastFault = code;
    }
    if (this.#timer) this.#lookLater();
  }
}

async function readRules(settings: Settings): Promise<Rules> {
  const { policy, files } = await openPolicyFolder(settings.language, settings.policy.folder || undefined);
  const catalogue = await loadCatalogue(settings);
  return { policy, files, catalogue, terms: { ...termsOf(catalogue), version: catalogue.version } };
}

// Their bytes: cheap to compare, where reading them as rules takes a tenth of a second.
async function stateOf(settings: Settings): Promise<string> {
  const files = await readPolicyFolder(settings.policy.folder || undefined);
  const imported = await readImported(settings);
  return sha256Hex(canonicalJson([...files.flatMap(({ name, text }) => [name, text]), imported ?? '']));
}
