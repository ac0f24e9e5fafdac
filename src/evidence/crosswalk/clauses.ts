import type { ControlId } from '../control.ts';
import data from './clauses.json' with { type: 'json' };

/** A text that obliges or is aimed at, in the edition that was read. */
export type Framework = {
  readonly name: string;
  readonly shortName: string;
  /** The day of the library that its clauses were read from. */
  readonly editionOn: string;
  readonly library: string;
  readonly libraryVersion: number;
};

/** What a reader must know of a clause before relying on it. */
export type ClauseNote = 'ai_act_4_amended' | 'ai_act_high_risk_only' | 'anssi_r34_standing_gap';

/** A clause that a control speaks to. It never says that the clause is fulfilled by it. */
export type Clause = {
  readonly framework: string;
  readonly ref: string;
  /** Absent where the text is not ours to print (SOC 2), or where the clause has none. */
  readonly title?: string;
  readonly titleFr?: string;
  readonly note?: ClauseNote;
};

const crosswalk: {
  readonly readOn: string;
  readonly source: string;
  readonly frameworks: Readonly<Record<string, Framework>>;
  readonly controls: Readonly<Record<ControlId, readonly Clause[]>>;
} = { ...data, controls: data.controls as Readonly<Record<ControlId, readonly Clause[]>> };

/** Where the clauses were read, and on which day. */
export const crosswalkSource = { readOn: crosswalk.readOn, source: crosswalk.source };

export const frameworks = crosswalk.frameworks;

/** The clauses that a control speaks to, framework by framework. */
export function clausesOf(control: ControlId): readonly Clause[] {
  return crosswalk.controls[control];
}

/** Every control there is, the paper’s recommendations first. */
export const controlIds = Object.keys(crosswalk.controls) as readonly ControlId[];
