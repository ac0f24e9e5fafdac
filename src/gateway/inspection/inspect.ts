import type { FingerprintKey } from '../../base/index.ts';
import { type Finding, redact, type Ruleset, rulesetOf, type RuleSources } from '../../detection/index.ts';
import type { DeclaredFinding, DeclaredPart } from '../../ledger/index.ts';
import type { Piece } from '../anthropic/piece.ts';
import type { Body } from '../anthropic/read-body.ts';
import { type ConversationValues, KnownConversations } from './conversation-values.ts';
import { declaredFindings, declarePieces } from './declare-findings.ts';
import { FactMask } from './fact-mask.ts';
import { askedIn } from './features.ts';
import { FindingsCache } from './findings-cache.ts';
import type { InspectedValue, MarkedLeaf } from './inspected-value.ts';
import { type KnownValue, learntFrom, united } from './known-values.ts';
import type { Leaf } from './leaf.ts';
import type { PlacedLeafFindings } from './redact-body.ts';
import { type ScannedText, scanTexts } from './scan-texts.ts';
import { ScanThread } from './scan-thread.ts';
import { TenantStandIns } from './stand-ins.ts';
import { type CutStretch, cutStretch, frameOf, pieceAt, type Stretch, stretchOf, type StretchUnit } from './stretch.ts';
import { type LeafFindings, type PlacedLeaf, shareOut, type Unit } from './unit.ts';

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
export type Inspection = {
  readonly ruleset: string;
  readonly unscannedBytes: number;
  readonly found: readonly PlacedLeafFindings[];
  /** How parts are declared in which something was found. */
  readonly parts: ReadonlyMap<DeclaredPart, DeclaredPart>;
  /** What was found between the parts, with bytes counted in the body. */
  readonly between: readonly DeclaredFinding[];
  /** What the request makes use of beyond messages, by the names of the catalogue. */
  readonly features: ReadonlySet<string>;
  /** Every model that the request names: its own, and those of helpers it lets the vendor call. */
  readonly models: ReadonlySet<string>;
  readonly standIns: TenantStandIns;
  readonly memory: ConversationValues;
};

type Told = { readonly bytes: Buffer; readonly memory: ConversationValues };
type Inspecting = { readonly subject: Subject; readonly memory: ConversationValues };

/** New text above this many characters in one request is scanned by the thread. */
const longestInline = 256 * 1024;

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
  readonly #conversations: KnownConversations;
  readonly #standIns = new Map<string, TenantStandIns>();
  readonly #forgetting: NodeJS.Timeout;

  constructor(rules: RuleSources, limits: InspectionLimits) {
    this.#ruleset = rulesetOf(rules);
    this.ruleset = this.#ruleset.version;
    this.#thread = new ScanThread(rules);
    this.#facts = new FactMask(this.#ruleset);
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
    const job = { texts: texts.map((text) => ({ text })), values: [], budgetMs: this.#limits.scanBudgetMs };
    const isLong = texts.reduce((sum, text) => sum + text.length, 0) > longestInline;
    const scanned = isLong ? await this.#thread.scan(job) : scanTexts(this.#ruleset, job.texts, job);
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
    const frame = frameOf(bytes, body.values, body.pieces);
    const inspected = await this.#look([...fresh, frame], subject, memory);
    for (const [index, { value }] of fresh.entries()) if (value) value.value.note.inspected = inspected[index];
    return this.#gather(subject, memory, inspected.at(-1));
  }

  /** Puts stand-ins for what is found in a short text of the client's that goes into a record. @throws scan_timed_out */
  mask(text: string, { tenantId, fingerprintKey }: Pick<Subject, 'tenantId' | 'fingerprintKey'>): string {
    return this.#facts.mask(text, this.#standInsOf(tenantId, fingerprintKey).key);
  }

  #gather(
    { body, tenantId, fingerprintKey }: Subject,
    memory: ConversationValues,
    frame: InspectedValue | undefined,
  ): Inspection {
    const found: PlacedLeafFindings[] = [];
    const between: DeclaredFinding[] = [];
    const parts = new Map<DeclaredPart, DeclaredPart>();
    const features = new Set<string>();
    const models = new Set<string>();
    let unscannedBytes = 0;
    const take = (start: number, inspected: InspectedValue | undefined): void => {
      if (!inspected) return;
      unscannedBytes += inspected.unscannedBytes;
      for (const feature of inspected.asked.features) features.add(feature);
      for (const model of inspected.asked.models) models.add(model);
      for (const marked of inspected.marked) found.push({ start, marked });
      for (const finding of inspected.between) between.push(moved(finding, start));
      for (const [part, declared] of inspected.parts) parts.set(part, declared);
    };
    for (const { start, value } of body.values) take(start, value.note.inspected);
    take(0, frame);
    const standIns = this.#standInsOf(tenantId, fingerprintKey);
    return {
      ruleset: this.#ruleset.version,
      unscannedBytes,
      found,
      parts,
      between,
      features,
      models,
      standIns,
      memory,
    };
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
    const leavesOf = ({ units }: CutStretch) => byLeaf(units.flatMap((unit) => scanned.get(unit) ?? []));
    const found = cuts.map(leavesOf);
    for (const [index, { pieces }] of stretches.entries())
      for (const known of valuesIn((found[index] ?? []).filter((each) => !isSealed(pieces, each)))) memory.learn(known);
    return stretches.map((stretch, index) => ({
      ...this.#inspected(stretch, found[index] ?? [], { subject, memory }),
      unscannedBytes: cuts[index]?.unscannedBytes ?? 0,
      asked: askedIn(subject.bytes, stretch),
    }));
  }

  // Strings whose findings are remembered are not scanned again; nor are they read, when there is nothing to look for in them.
  async #scanUnits(
    units: readonly StretchUnit[],
    { subject: { bytes }, memory }: Inspecting,
  ): Promise<ReadonlyMap<StretchUnit, readonly LeafFindings[]>> {
    const values = [...memory.values];
    const mustRead = values.length > 0 || memory.meanings.size > 0;
    const reading = units.flatMap((unit) => {
      const found = unit.cacheKey === undefined ? undefined : this.#cache.get(unit.cacheKey);
      if (found?.length === 0 && !mustRead) return [];
      return [{ unit, read: unit.read(), found }];
    });
    const texts = reading.map(({ unit: { path }, read: { text }, found }) => ({
      text,
      ...(path === undefined ? {} : { path }),
      ...(found === undefined ? {} : { found }),
    }));
    const job = { texts, values, budgetMs: this.#limits.scanBudgetMs };
    const isLong = texts.reduce((sum, { text }) => sum + text.length, 0) > longestInline;
    const scanned = isLong ? await this.#thread.scan(job) : scanTexts(this.#ruleset, texts, job);
    return new Map(
      reading.map(({ unit, read }, index) => [unit, this.#keep({ unit, read }, scanned[index], { bytes, memory })]),
    );
  }

  #keep(
    { unit, read }: { readonly unit: StretchUnit; readonly read: Unit },
    { byRules, all }: ScannedText = { byRules: [], all: [] },
    { bytes, memory }: Told,
  ): readonly LeafFindings[] {
    if (unit.cacheKey !== undefined) this.#cache.set(unit.cacheKey, byRules);
    return asBefore(read, { byRules: shareOut(read, byRules), all: shareOut(read, all) }, { bytes, memory });
  }

  #inspected(
    { pieces, value }: Stretch,
    leaves: readonly LeafFindings[],
    { subject: { bytes, tenantId, fingerprintKey: key }, memory }: Inspecting,
  ): Omit<InspectedValue, 'unscannedBytes' | 'asked'> {
    const start = value?.start ?? 0;
    const marked: MarkedLeaf[] = leaves.map((each) => ({
      leaf: { ...each.placed.leaf, start: each.placed.leaf.start - start, end: each.placed.leaf.end - start },
      findings: each.findings,
      isSealed: isSealed(pieces, each),
    }));
    const declared = leaves.flatMap((each) => declaredFindings(bytes, each, { key, isSealed: isSealed(pieces, each) }));
    const standIns = this.#standInsOf(tenantId, key);
    // Paths, commands and names are part of what was scanned, or of a message before: its values are known by now.
    const values = [...valuesIn(leaves).slice(0, maxMasked), ...memory.values];
    const { parts, between } = declarePieces(pieces, declared, (text) => this.#facts.mask(text, standIns.key, values));
    return { ruleset: this.#ruleset.version, marked, parts, between: between.map((finding) => moved(finding, -start)) };
  }

  #standInsOf(tenantId: string, key: FingerprintKey): TenantStandIns {
    const known = this.#standIns.get(tenantId) ?? new TenantStandIns(key);
    this.#standIns.set(tenantId, known);
    return known;
  }
}

// A leaf may stand in two units, and something be found in each.
function byLeaf(found: readonly LeafFindings[]): readonly LeafFindings[] {
  const leaves = new Map<Leaf, LeafFindings>();
  for (const each of found) {
    const other = leaves.get(each.placed.leaf);
    leaves.set(each.placed.leaf, other ? { ...each, findings: united(other.findings, each.findings) } : each);
  }
  return [...leaves.values()];
}

const shortestNoted = 12;

// A text that was inspected before, or that values were put back in, is redacted as it was: in the places known of it, and
// in those that the rules find. Only in a text that is new, known values are looked for beside.
function asBefore(
  { leaves }: Unit,
  found: { readonly byRules: readonly LeafFindings[]; readonly all: readonly LeafFindings[] },
  { bytes, memory }: Told,
): readonly LeafFindings[] {
  const [byRules, all] = [findingsByLeaf(found.byRules), findingsByLeaf(found.all)];
  return leaves.flatMap((placed) => {
    // The shortest hold nothing that would be known without what is around it: roles, types, flags.
    const isShort = placed.text.length < shortestNoted;
    if (isShort || placed.leaf.form !== 'string') return withFindings(placed, all.get(placed.leaf));
    const raw = bytes.subarray(placed.leaf.start, placed.leaf.end);
    const before = memory.restoredIn(placed.text) ?? memory.foundIn(raw);
    const findings = before ? united(before, byRules.get(placed.leaf) ?? []) : (all.get(placed.leaf) ?? []);
    memory.note(raw, findings);
    return withFindings(placed, findings);
  });
}

function findingsByLeaf(found: readonly LeafFindings[]): ReadonlyMap<Leaf, readonly Finding[]> {
  return new Map(found.map(({ placed, findings }) => [placed.leaf, findings]));
}

function withFindings(placed: PlacedLeaf, findings: readonly Finding[] = []): readonly LeafFindings[] {
  return findings.length === 0 ? [] : [{ placed, findings }];
}

function valuesIn(leaves: readonly LeafFindings[]): readonly KnownValue[] {
  return leaves.flatMap(({ placed, findings }) => findings.flatMap((finding) => learntFrom(placed.text, finding)));
}

function isSealed(pieces: readonly Piece[], { placed }: LeafFindings): boolean {
  return pieceAt(pieces, placed.leaf.start)?.facts.kind === 'thinking';
}

function moved(finding: DeclaredFinding, by: number): DeclaredFinding {
  return { ...finding, span: [finding.span[0] + by, finding.span[1] + by] };
}
