import { BoundedMap, type FingerprintKey } from '../../base/index.ts';
import { type Finding, redact, type Ruleset, rulesetOf, type RuleSources } from '../../detection/index.ts';
import type { Piece } from '../anthropic/piece.ts';
import type { Body } from '../anthropic/read-body.ts';
import { type ConversationValues, KnownConversations } from './conversation-values.ts';
import { declaredFindings, declarePieces } from './declare-findings.ts';
import { FactMask } from './fact-mask.ts';
import { asBefore, byLeaf, type Remembering } from './leaf-findings.ts';
import { askedIn } from './features.ts';
import { type Gathered, gathered, moved } from './gathered.ts';
import { FindingsCache } from './findings-cache.ts';
import type { InspectedValue, MarkedLeaf } from './inspected-value.ts';
import { type KnownValue, learntFrom } from './known-values.ts';
import { type ScannedText, scanTexts, type TextToScan } from './scan-texts.ts';
import { ScanThread } from './scan-thread.ts';
import { TenantStandIns } from './stand-ins.ts';
import {
  cutStretch,
  frameOf,
  frameTag,
  pieceAt,
  type Stretch,
  stretchOf,
  stretchOfFrame,
  type StretchUnit,
} from './stretch.ts';
import { type LeafFindings, shareOut, type Unit } from './unit.ts';

export type InspectionLimits = {
  /** How long a scan may take, in milliseconds, before the request is refused. */
  readonly scanBudgetMs: number;
  /** How long the values of a conversation are kept in memory after it was last used, in milliseconds. */
  readonly mappingLifetimeMs: number;
};

export type Subject = {
  readonly bytes: Buffer;
  readonly body: Body;
  readonly tenantId: string;
  readonly fingerprintKey: FingerprintKey;
  /** What tells the conversation from others of all tenants. */
  readonly conversation: string;
};

type OfTenant = Pick<Subject, 'tenantId' | 'fingerprintKey'>;

/** What was found in a body. */
export type Inspection = Gathered & {
  readonly ruleset: string;
  readonly standIns: TenantStandIns;
  readonly memory: ConversationValues;
};

type FoundLeaf = LeafFindings & Pick<MarkedLeaf, 'isSealed'>;
type Inspecting = { readonly subject: Subject; readonly memory: ConversationValues };

/** New text above this many characters in one request is scanned by the thread. */
const longestInline = 256 * 1024;

const maxFrames = 2_000;

// How many values of a message are looked for in its own paths and commands, beside what the rules find there.
const maxMasked = 64;

/**
 * Looks at everything readable in a body, once: what was looked at before under the same rules is taken over with its
 * findings. Any fault refuses the request.
 */
export class Inspector {
  /** The version of the rules. */
  readonly ruleset: string;
  readonly #ruleset: Ruleset;
  readonly #thread: ScanThread;
  readonly #limits: InspectionLimits;
  readonly #facts: FactMask;
  readonly #cache = new FindingsCache();
  readonly #bareFrames = new BoundedMap<string, InspectedValue>(maxFrames);
  readonly #conversations: KnownConversations;
  readonly #standIns = new Map<string, TenantStandIns>();
  readonly #forgetting: NodeJS.Timeout;

  constructor(rules: RuleSources, limits: InspectionLimits) {
    this.#ruleset = rulesetOf(rules);
    this.ruleset = this.#ruleset.version;
    this.#thread = new ScanThread(rules);
    this.#facts = new FactMask(this.#ruleset, limits.scanBudgetMs);
    this.#limits = limits;
    this.#conversations = new KnownConversations(limits.mappingLifetimeMs);
    const forget = () => this.#conversations.forgetUnused(performance.now());
    this.#forgetting = setInterval(forget, Math.min(60_000, limits.mappingLifetimeMs)).unref();
  }

  /**
   * What the rules find in texts that stand beside the way of an exchange.
   * @throws scan_timed_out, gateway_scan_failed
   */
  async findIn(texts: readonly string[]): Promise<readonly (readonly Finding[])[]> {
    const scanned = await this.#scan(
      texts.map((text) => ({ text })),
      [],
    );
    return scanned.map(({ all }) => all);
  }

  /** A text with stand-ins for what was found in it: the same that an exchange of the tenant would have. */
  redacted(text: string, findings: readonly Finding[], { tenantId, fingerprintKey }: OfTenant): string {
    if (findings.length === 0) return text;
    return redact(text, findings, { tenantKey: this.#standInsOf(tenantId, fingerprintKey).key }).text;
  }

  async close(): Promise<void> {
    clearInterval(this.#forgetting);
    await this.#thread.close();
  }

  /** @throws scan_timed_out, gateway_scan_failed */
  async inspect(subject: Subject): Promise<Inspection> {
    const { bytes, body } = subject;
    const memory = this.#conversations.of(subject.conversation, performance.now());
    const isNew = ({ inspected }: { inspected: InspectedValue | undefined }) =>
      inspected?.ruleset !== this.#ruleset.version;
    const fresh = body.values.filter(({ value }) => isNew(value.note)).map((placed) => stretchOf(bytes, placed));
    const { inspected, frame } = await this.#lookAtFresh(fresh, subject, memory);
    for (const [index, { value }] of fresh.entries()) if (value) value.value.note.inspected = inspected[index];
    const standIns = this.#standInsOf(subject.tenantId, subject.fingerprintKey);
    return { ...gathered(body, frame), ruleset: this.#ruleset.version, standIns, memory };
  }

  // A frame is the same from turn to turn. One in which nothing was found is not read again, unless a value is known by
  // now that may stand in it.
  async #lookAtFresh(
    fresh: readonly Stretch[],
    subject: Subject,
    memory: ConversationValues,
  ): Promise<{ readonly inspected: readonly InspectedValue[]; readonly frame: InspectedValue | undefined }> {
    const { bytes, body } = subject;
    const frame = frameOf(bytes, body.values, body.pieces);
    const tag = frame.pieces.length === 0 ? frameTag(bytes, frame) : undefined;
    const bare = tag === undefined || memory.isKnowing ? undefined : this.#bareFrames.get(tag);
    if (bare) {
      const inspected = await this.#look(fresh, subject, memory);
      if (!memory.isKnowing && inspected.every(({ marked }) => marked.length === 0)) return { inspected, frame: bare };
    }
    const inspected = await this.#look([...fresh, stretchOfFrame(bytes, frame)], subject, memory);
    const own = inspected.at(-1);
    if (tag !== undefined && own?.marked.length === 0) this.#bareFrames.set(tag, own);
    return { inspected, frame: own };
  }

  /**
   * Puts stand-ins for what is found in a short text of the client's that goes into a record. A record is never in the
   * way: a text that cannot be looked at is withheld from it, and is `…` there.
   */
  mask(text: string, tenant: OfTenant): string {
    try {
      return this.#masked(text, tenant);
    } catch {
      return '…';
    }
  }

  /** Whether nothing is found in a short text. @throws scan_timed_out */
  isBare(text: string, tenant: OfTenant): boolean {
    return this.#masked(text, tenant) === text;
  }

  #masked(text: string, { tenantId, fingerprintKey }: OfTenant): string {
    return this.#facts.masking(this.#standInsOf(tenantId, fingerprintKey).key)(text);
  }

  async #look(
    stretches: readonly Stretch[],
    subject: Subject,
    memory: ConversationValues,
  ): Promise<readonly InspectedValue[]> {
    const owner = `${subject.tenantId} ${this.#ruleset.version}`;
    const cuts = stretches.map((stretch) => cutStretch(subject.bytes, stretch, owner));
    const scanned = await this.#scanUnits(
      cuts.flatMap(({ units }) => units),
      { subject, memory },
    );
    const found = stretches.map(({ pieces }, index) => {
      const ofUnits = (cuts[index]?.units ?? []).flatMap((unit) => scanned.get(unit) ?? []);
      return byLeaf(ofUnits).map((each) => ({ ...each, isSealed: isSealed(pieces, each) }));
    });
    for (const leaves of found)
      for (const known of valuesIn(leaves.filter((each) => !each.isSealed))) memory.learn(known);
    return stretches.map((stretch, index) => ({
      ...this.#inspected(stretch, found[index] ?? [], { subject, memory }),
      unscannedBytes: cuts[index]?.unscannedBytes ?? 0,
      asked: askedIn(subject.bytes, stretch),
    }));
  }

  // Strings whose findings are remembered are not scanned again; nor are they read, when there is nothing to look for in them.
  async #scanUnits(
    units: readonly StretchUnit[],
    { subject: { bytes, tenantId }, memory }: Inspecting,
  ): Promise<ReadonlyMap<StretchUnit, readonly LeafFindings[]>> {
    const reading = units.flatMap((unit) => {
      const known = this.#known(unit.cacheKey);
      if (known?.length === 0 && !memory.isKnowing) return [];
      const read = unit.read();
      if (!unit.isShared) return [{ unit, read, key: unit.cacheKey, found: known }];
      const key = FindingsCache.keyOf(`${tenantId} shared`, Buffer.from(read.text), '');
      return [{ unit, read, key, found: this.#known(key) }];
    });
    const texts = reading.map(({ unit: { path }, read: { text }, found }) => ({
      text,
      ...(path === undefined ? {} : { path }),
      ...(found === undefined ? {} : { found }),
    }));
    const scanned = await this.#scan(texts, [...memory.values]);
    return new Map(
      reading.map(({ unit, read, key }, index) => [unit, this.#keep({ key, read }, scanned[index], { bytes, memory })]),
    );
  }

  #known(key: string | undefined): readonly Finding[] | undefined {
    return key === undefined ? undefined : this.#cache.get(key);
  }

  async #scan(texts: readonly TextToScan[], values: readonly KnownValue[]): Promise<readonly ScannedText[]> {
    const job = { texts, values, budgetMs: this.#limits.scanBudgetMs };
    const isLong = texts.reduce((sum, { text }) => sum + text.length, 0) > longestInline;
    return isLong ? this.#thread.scan(job) : scanTexts(this.#ruleset, texts, job);
  }

  #keep(
    { key, read }: { readonly key: string | undefined; readonly read: Unit },
    { byRules, all }: ScannedText = { byRules: [], all: [] },
    { bytes, memory }: Remembering,
  ): readonly LeafFindings[] {
    if (key !== undefined) this.#cache.set(key, byRules);
    return asBefore(read, { byRules: shareOut(read, byRules), all: shareOut(read, all) }, { bytes, memory });
  }

  #inspected(
    { pieces, value }: Stretch,
    leaves: readonly FoundLeaf[],
    { subject: { bytes, tenantId, fingerprintKey: key }, memory }: Inspecting,
  ): Omit<InspectedValue, 'unscannedBytes' | 'asked'> {
    const start = value?.start ?? 0;
    const marked: MarkedLeaf[] = leaves.map(({ placed: { leaf }, findings, isSealed: sealed }) => ({
      leaf: { ...leaf, start: leaf.start - start, end: leaf.end - start },
      findings,
      isSealed: sealed,
    }));
    const declared = leaves.flatMap((each) => declaredFindings(bytes, each, { key, isSealed: each.isSealed }));
    const standIns = this.#standInsOf(tenantId, key);
    // Paths, commands and names are part of what was scanned, or of a message before: its values are known by now.
    const values = [...valuesIn(leaves).slice(0, maxMasked), ...memory.values];
    const { parts, between } = declarePieces(pieces, declared, this.#facts.masking(standIns.key, values));
    return { ruleset: this.#ruleset.version, marked, parts, between: between.map((finding) => moved(finding, -start)) };
  }

  #standInsOf(tenantId: string, key: FingerprintKey): TenantStandIns {
    const known = this.#standIns.get(tenantId) ?? new TenantStandIns(key);
    this.#standIns.set(tenantId, known);
    return known;
  }
}

function valuesIn(leaves: readonly LeafFindings[]): readonly KnownValue[] {
  return leaves.flatMap(({ placed, findings }) => findings.flatMap((finding) => learntFrom(placed.text, finding)));
}

function isSealed(pieces: readonly Piece[], { placed }: LeafFindings): boolean {
  return pieceAt(pieces, placed.leaf.start)?.facts.kind === 'thinking';
}
