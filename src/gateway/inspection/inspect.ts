import type { FingerprintKey } from '../../base/index.ts';
import { type Finding, type Ruleset, rulesetOf, type RuleSources } from '../../detection/index.ts';
import type { DeclaredFinding, DeclaredPart } from '../../ledger/index.ts';
import type { Body } from '../anthropic/read-body.ts';
import { type ConversationValues, KnownConversations } from './conversation-values.ts';
import { declaredFindings, declarePieces, masked } from './declare-findings.ts';
import { FindingsCache } from './findings-cache.ts';
import type { InspectedValue, MarkedLeaf } from './inspected-value.ts';
import { united } from './known-values.ts';
import type { Leaf } from './leaf.ts';
import type { PlacedLeafFindings } from './redact-body.ts';
import { type ScannedText, scanTexts } from './scan-texts.ts';
import { ScanThread } from './scan-thread.ts';
import { TenantStandIns } from './stand-ins.ts';
import { cutStretch, frameOf, pieceAt, type Stretch, stretchOf, type StretchUnit } from './stretch.ts';
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
export type Inspection = {
  readonly ruleset: string;
  readonly unscannedBytes: number;
  readonly found: readonly PlacedLeafFindings[];
  /** How parts are declared in which something was found. */
  readonly parts: ReadonlyMap<DeclaredPart, DeclaredPart>;
  /** What was found between the parts, with bytes counted in the body. */
  readonly between: readonly DeclaredFinding[];
  readonly standIns: TenantStandIns;
  readonly memory: ConversationValues;
};

/** New text above this many characters in one request is scanned by the thread. */
const longestInline = 256 * 1024;

// How many values of a message are looked for in its own paths and commands, beside what the rules find there.
const maxMasked = 64;

/**
 * Looks at everything readable in a body, once: what was looked at before under the same rules is taken over with its
 * findings. Any fault refuses the request.
 */
export class Inspector {
  readonly #ruleset: Ruleset;
  readonly #thread: ScanThread;
  readonly #limits: InspectionLimits;
  readonly #cache = new FindingsCache();
  readonly #conversations: KnownConversations;
  readonly #standIns = new Map<string, TenantStandIns>();
  readonly #forgetting: NodeJS.Timeout;

  constructor(rules: RuleSources, limits: InspectionLimits) {
    this.#ruleset = rulesetOf(rules);
    this.#thread = new ScanThread(rules);
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
    return findings.length === 0 ? text : masked(text, findings, this.#standInsOf(tenantId, fingerprintKey).key);
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

  #gather(
    { body, tenantId, fingerprintKey }: Subject,
    memory: ConversationValues,
    frame: InspectedValue | undefined,
  ): Inspection {
    const found: PlacedLeafFindings[] = [];
    const between: DeclaredFinding[] = [];
    const parts = new Map<DeclaredPart, DeclaredPart>();
    let unscannedBytes = 0;
    const take = (start: number, inspected: InspectedValue | undefined): void => {
      if (!inspected) return;
      unscannedBytes += inspected.unscannedBytes;
      for (const marked of inspected.marked) found.push({ start, marked });
      for (const finding of inspected.between) between.push(moved(finding, start));
      for (const [part, declared] of inspected.parts) parts.set(part, declared);
    };
    for (const { start, value } of body.values) take(start, value.note.inspected);
    take(0, frame);
    const standIns = this.#standInsOf(tenantId, fingerprintKey);
    return { ruleset: this.#ruleset.version, unscannedBytes, found, parts, between, standIns, memory };
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
      memory,
    );
    return stretches.map((stretch, index) => {
      const { units, unscannedBytes } = cuts[index] ?? { units: [], unscannedBytes: 0 };
      const leaves = byLeaf(units.flatMap((unit) => scanned.get(unit) ?? []));
      return { ...this.#inspected(stretch, leaves, subject), unscannedBytes };
    });
  }

  // Strings whose findings are remembered are not scanned again; nor are they read, when there is nothing to look for in them.
  async #scanUnits(
    units: readonly StretchUnit[],
    memory: ConversationValues,
  ): Promise<ReadonlyMap<StretchUnit, readonly LeafFindings[]>> {
    const values = [...memory.values];
    const mustRead = values.length > 0 || memory.hasRestored;
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
    return new Map(reading.map(({ unit, read }, index) => [unit, this.#keep({ unit, read }, scanned[index], memory)]));
  }

  #keep(
    { unit, read }: { readonly unit: StretchUnit; readonly read: Unit },
    { byRules, all }: ScannedText = { byRules: [], all: [] },
    memory: ConversationValues,
  ): readonly LeafFindings[] {
    if (unit.cacheKey !== undefined) this.#cache.set(unit.cacheKey, byRules);
    const found = memory.hasRestored ? withRestored(read, shareOut(read, all), memory) : shareOut(read, all);
    for (const { placed, findings } of found)
      for (const { start, end, ...what } of findings) memory.learn({ ...what, value: placed.text.slice(start, end) });
    return found;
  }

  #inspected(
    { pieces, value }: Stretch,
    leaves: readonly LeafFindings[],
    { bytes, tenantId, fingerprintKey: key }: Subject,
  ): Omit<InspectedValue, 'unscannedBytes'> {
    const start = value?.start ?? 0;
    const isSealed = (at: number) => pieceAt(pieces, at)?.facts.kind === 'thinking';
    const marked: MarkedLeaf[] = leaves.map(({ placed: { leaf }, findings }) => ({
      leaf: { ...leaf, start: leaf.start - start, end: leaf.end - start },
      findings,
      isSealed: isSealed(leaf.start),
    }));
    const declared = leaves.flatMap((each) =>
      declaredFindings(bytes, each, { key, isSealed: isSealed(each.placed.leaf.start) }),
    );
    const mask = this.#masking(this.#standInsOf(tenantId, key), leaves);
    const { parts, between } = declarePieces(pieces, declared, mask);
    return { ruleset: this.#ruleset.version, marked, parts, between: between.map((finding) => moved(finding, -start)) };
  }

  #standInsOf(tenantId: string, key: FingerprintKey): TenantStandIns {
    const known = this.#standIns.get(tenantId) ?? new TenantStandIns(key);
    this.#standIns.set(tenantId, known);
    return known;
  }

  // What goes into the record beside the findings: paths and commands, which are part of what was scanned, or of a message before.
  #masking(standIns: TenantStandIns, leaves: readonly LeafFindings[]): (text: string) => string {
    const done = new Map<string, string>();
    const values = leaves
      .flatMap(({ placed, findings }) =>
        findings.map(({ start, end, ...what }) => ({ ...what, value: placed.text.slice(start, end) })),
      )
      .slice(0, maxMasked);
    return (text) => {
      const known = done.get(text);
      if (known !== undefined) return known;
      const [scanned] = scanTexts(this.#ruleset, [{ text }], { values, budgetMs: this.#limits.scanBudgetMs });
      const result = masked(text, scanned?.all ?? [], standIns.key);
      done.set(text, result);
      return result;
    };
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

// A text that values were put back in is sent again with them: they are found where they were put, whatever they look like.
function withRestored(
  { leaves }: Unit,
  found: readonly LeafFindings[],
  memory: ConversationValues,
): readonly LeafFindings[] {
  const ownFindings = new Map(found.map((each) => [each.placed.leaf, each.findings]));
  return leaves.flatMap((placed) => {
    const own = ownFindings.get(placed.leaf) ?? [];
    const restored = placed.leaf.form === 'string' ? memory.restoredIn(placed.text) : undefined;
    const findings: readonly Finding[] = restored ? united(restored, own) : own;
    return findings.length === 0 ? [] : [{ placed, findings }];
  });
}

function moved(finding: DeclaredFinding, by: number): DeclaredFinding {
  return { ...finding, span: [finding.span[0] + by, finding.span[1] + by] };
}
