import { BoundedMap } from '../base/index.ts';
import type { CedarEngine } from './cedar/engine.ts';
import type { CedarPolicy, ReasonText } from './cedar/read-policies.ts';
import { decidePart } from './decide-part.ts';
import { type Decision, ownReasons, type PartDecision, strictestVerdict } from './decision.ts';
import { deriveFacts, type ExchangeCedarFacts } from './derive-facts.ts';
import { entryOf } from './entry-of.ts';
import type { ExchangeFacts, FindingFacts, PartFacts } from './facts.ts';
import type { Configuration } from './files/configuration.ts';
import { Labels } from './labels/labels.ts';

/** What one version of the files says: made by `loadPolicy`, never changed. */
export type PolicyContent = {
  readonly version: string;
  readonly configuration: Configuration;
  readonly policies: readonly CedarPolicy[];
  readonly engine: CedarEngine;
};

/** What was decided before under the same facts of the exchange. */
type Remembered = {
  readonly facts: ExchangeCedarFacts;
  /** By kind of part, then by rank of its label: parts in which nothing was found, nearly all there are. */
  readonly plain: BoundedMap<string, PartDecision[]>;
  /** By all that Cedar sees of a part in which something was found. */
  readonly found: BoundedMap<string, PartDecision>;
};

const mostExchangesRemembered = 1_000;
const mostKindsRemembered = 100;
const mostFoundRemembered = 5_000;

const nothingFound: readonly FindingFacts[] = [];
const request: PartFacts = { kind: 'request', findings: nothingFound };

/** Decides who may send what to which plan. The same facts give the same decision, whatever was asked before. */
export class Policy {
  readonly version: string;
  readonly configuration: Configuration;
  readonly labels: Labels;
  /** Octroi's own that are in force, then the company's. */
  readonly policies: readonly CedarPolicy[];
  readonly #engine: CedarEngine;
  readonly #texts: ReadonlyMap<string, ReasonText>;
  readonly #remembered = new BoundedMap<string, Remembered>(mostExchangesRemembered);

  constructor({ version, configuration, policies, engine }: PolicyContent) {
    this.version = version;
    this.configuration = configuration;
    this.labels = new Labels(configuration.labels, configuration.defaultLabel);
    this.policies = policies;
    this.#engine = engine;
    const own = Object.entries<ReasonText>(ownReasons);
    const address = configuration.training.address ?? '';
    this.#texts = new Map([...own, ...policies.map(({ id, text }) => [id, withAddress(text, address)] as const)]);
  }

  /**
   * The verdict for an exchange and for each of its parts. An exchange without parts is judged as one part of kind `request`.
   *
   * Decisions are remembered per distinct facts, up to a bound: 0.15 ms for each new kind of part, next to nothing after.
   * Never throws: what cannot be evaluated is blocked, with the reason `evaluation-failed`.
   */
  decide(facts: ExchangeFacts, parts: readonly PartFacts[]): Decision {
    try {
      const remembered = this.#under(facts);
      const decided = parts.map((part) => this.#part(remembered, part));
      const judged = decided.length > 0 ? decided : [this.#part(remembered, request)];
      return { ...this.#sum(decided, judged), training: remembered.facts.person.training };
    } catch {
      return this.#failed(Array.isArray(parts) ? parts.length : 0);
    }
  }

  /** The same policies over another configuration, to ask what would hold then. Its version stays this one's. */
  with(configuration: Configuration): Policy {
    return new Policy({ version: this.version, configuration, policies: this.policies, engine: this.#engine });
  }

  /** Whether a workspace is under zero retention: nothing of what passes there is kept, at the vendor or here. */
  isZdrWorkspace(name: string): boolean {
    return (entryOf(this.configuration.workspaces, name) ?? this.configuration.otherWorkspaces).zdr;
  }

  /** Whether any workspace is, for what comes without saying from which. */
  get hasZdrWorkspace(): boolean {
    const { workspaces, otherWorkspaces } = this.configuration;
    return otherWorkspaces.zdr || Object.values(workspaces).some(({ zdr }) => zdr);
  }

  /** What a reason says in both languages; a reason of another version may be unknown here. */
  textOf(reason: string): ReasonText | undefined {
    return this.#texts.get(reason);
  }

  #under(facts: ExchangeFacts): Remembered {
    const derived = deriveFacts(facts, this.configuration, this.labels);
    const key = JSON.stringify(derived);
    const known = this.#remembered.get(key);
    if (known) return known;
    const fresh: Remembered = {
      facts: derived,
      plain: new BoundedMap(mostKindsRemembered),
      found: new BoundedMap(mostFoundRemembered),
    };
    this.#remembered.set(key, fresh);
    return fresh;
  }

  #part(remembered: Remembered, part: PartFacts): PartDecision {
    const { kind, path, label, findings } = part;
    if (typeof kind !== 'string' || !Array.isArray(findings)) throw new Error('kind, findings: not as declared');
    let rank = this.labels.ofPath(path);
    if (label !== undefined) rank = Math.max(rank, this.labels.rankOf(label));
    return findings.length === 0 ? this.#plain(remembered, kind, rank) : this.#found(remembered, part, rank);
  }

  #plain(remembered: Remembered, kind: string, rank: number): PartDecision {
    const byRank = remembered.plain.get(kind) ?? [];
    const known = byRank[rank];
    if (known) return known;
    const decided = this.#ask(remembered, { kind, rank, findings: nothingFound });
    byRank[rank] = decided;
    remembered.plain.set(kind, byRank);
    return decided;
  }

  #found(remembered: Remembered, part: PartFacts, pathRank: number): PartDecision {
    const findings = distinct(part.findings);
    const rank = Math.max(pathRank, this.labels.ofFindings(findings));
    const key = JSON.stringify([part.kind, rank, findings]);
    const known = remembered.found.get(key);
    if (known) return known;
    const decided = this.#ask(remembered, { kind: part.kind, rank, findings });
    remembered.found.set(key, decided);
    return decided;
  }

  #ask({ facts }: Remembered, part: { kind: string; rank: number; findings: readonly FindingFacts[] }): PartDecision {
    const label = this.labels.all[part.rank];
    if (!label) throw new Error('rank: no label');
    return decidePart(this.#engine, facts, { ...part, kind: part.kind.toWellFormed(), label });
  }

  #sum(parts: readonly PartDecision[], judged: readonly PartDecision[]): Decision {
    const distinctOnes = [...new Set(judged)];
    const verdict = strictestVerdict(distinctOnes);
    const reasons = [
      ...new Set(distinctOnes.filter((part) => part.verdict === verdict).flatMap((part) => part.reasons)),
    ];
    const strictest = Math.max(...distinctOnes.map(({ label }) => this.labels.rankOf(label)));
    return this.#decision({ verdict, parts, reasons }, strictest);
  }

  #failed(count: number): Decision {
    const strictest = this.labels.all.length - 1;
    const reasons = ['evaluation-failed'];
    const part: PartDecision = { verdict: 'block', label: this.labels.all[strictest]?.name ?? '', reasons, redact: [] };
    return this.#decision({ verdict: 'block', parts: Array.from({ length: count }, () => part), reasons }, strictest);
  }

  #decision(decided: Pick<Decision, 'verdict' | 'parts' | 'reasons'>, strictestRank: number): Decision {
    const { defaultRetention, redaction } = this.configuration;
    return {
      ...decided,
      texts: decided.reasons.flatMap((reason) => this.#texts.get(reason) ?? []),
      policyVersion: this.version,
      training: 'unknown',
      retentionClass: this.labels.all[strictestRank]?.retention ?? defaultRetention,
      restoreInto: redaction.restoreInto,
    };
  }
}

// Where the training is taken is the company's to say; whoever is refused for want of it reads it there.
function withAddress({ en, fr }: ReasonText, address: string): ReasonText {
  const filled = (text: string): string => text.replaceAll('{trainingAddress}', () => address).trim();
  return {
    en: { text: filled(en.text), hint: filled(en.hint) },
    fr: { text: filled(fr.text), hint: filled(fr.hint) },
  };
}

// In one order, so that the same findings are the same key.
function distinct(findings: readonly FindingFacts[]): readonly FindingFacts[] {
  const byText = new Map(
    findings.map((finding) => {
      const { class: itsClass, kind, detector } = finding;
      const plain = { class: itsClass, kind: kind.toWellFormed(), detector: detector.toWellFormed() };
      return [JSON.stringify(plain), plain] as const;
    }),
  );
  return [...byText.keys()].toSorted().flatMap((text) => byText.get(text) ?? []);
}
