import { BoundedMap, canonicalJson, type Json, sha256Hex } from '../../base/index.ts';
import type { PersonFacts } from '../../policy/index.ts';
import type { Admission } from '../admission.ts';

/** Whose settings are asked for. `gatewayUrl` is where their client reaches us. */
export type SettingsSubject = {
  readonly tenantId: string;
  readonly workspaceId: string;
  readonly personId: string;
  /** What policies know of the person. */
  readonly person: PersonFacts;
  readonly language: 'fr' | 'en';
  readonly gatewayUrl: string;
};

/** Makes the managed-settings document of a person in a workspace; undefined where there is no policy for them. */
export type SettingsFor = (subject: SettingsSubject) => Promise<{ readonly [key: string]: Json } | undefined>;

export type ServedDocument = {
  readonly uuid: string;
  /** `sha256:` and the SHA-256 of the settings with sorted keys and no white space, as the client counts it itself. */
  readonly checksum: string;
  readonly settings: { readonly [key: string]: Json };
};

/** `earlier`: what was served before the last change, which a client may hold until it asks again. */
export type SettingsState = 'current' | 'earlier' | 'other';

type Known = { readonly checksum: string | undefined; readonly until: number; readonly earlier: readonly string[] };

const maxKnown = 10_000;
// How long a checksum is taken for the one that is served, before the document is made anew to compare.
const freshMs = 60_000;
const mostEarlier = 4;

/** The settings that are served, and their checksums of late, by person and workspace. */
export class ServedSettings {
  readonly #settingsFor: SettingsFor;
  readonly #base: () => string;
  readonly #known = new BoundedMap<string, Known>(maxKnown);

  constructor(settingsFor: SettingsFor, base: () => string) {
    this.#settingsFor = settingsFor;
    this.#base = base;
  }

  /** The document of an admitted sender; undefined where there is no policy. */
  async of(admission: Admission): Promise<ServedDocument | undefined> {
    const { tenantId, language, sender, person } = admission;
    const { workspaceId, personId } = sender;
    const subject = { tenantId, workspaceId, personId, person, language, gatewayUrl: this.#base() };
    const settings = await this.#settingsFor(subject);
    const checksum = settings && `sha256:${sha256Hex(canonicalJson(settings))}`;
    this.#remember(keyOf(admission), checksum);
    return settings && checksum ? { uuid: personId, checksum, settings } : undefined;
  }

  /** Compares a checksum that a client states. It is no proof: the client computes it itself. */
  async compare(admission: Admission, stated: string): Promise<SettingsState> {
    const key = keyOf(admission);
    const known = this.#known.get(key);
    if (!known || known.until < performance.now()) await this.of(admission);
    const { checksum, earlier = [] } = this.#known.get(key) ?? {};
    const plain = stated.trim().replaceAll('"', '');
    if (plain === checksum) return 'current';
    return earlier.includes(plain) ? 'earlier' : 'other';
  }

  #remember(key: string, checksum: string | undefined): void {
    const before = this.#known.get(key);
    const hasChanged = before?.checksum !== undefined && before.checksum !== checksum;
    const earlier = hasChanged ? [before.checksum, ...before.earlier].slice(0, mostEarlier) : (before?.earlier ?? []);
    this.#known.set(key, { checksum, earlier, until: performance.now() + freshMs });
  }
}

function keyOf({ tenantId, sender }: Admission): string {
  return `${tenantId} ${sender.workspaceId} ${sender.personId}`;
}
