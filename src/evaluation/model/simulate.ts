import type { ClassModel, Run } from './model.ts';
import { type OptionName, optionNames } from './options.ts';
import { type Random, randomOf } from './random.ts';
import { type Spread, valueAt } from './spread.ts';

/** What was lost in each trial, a year each, under each option. */
export type Trials = Readonly<Record<OptionName, Float64Array>>;

/**
 * Lets so many years go by for one class: a Poisson number of incidents, each with its loss. How often, and how much each
 * option leaves, is drawn for each year as well, since nobody knows them exactly.
 *
 * All options go through the same incidents: each is told by its own draw whether an option lets it happen, so that options
 * differ by what they do and not by chance, and ZDR with redaction is never worse than either.
 * @param lost is written over; given again for class after class, it saves making it.
 */
export function simulateClass(model: ClassModel, { seed, trials }: Run, lost = emptyTrials(trials)): Trials {
  const random = randomOf(`${seed}/${model.label}`);
  const { exchanges, incidentsPerMillion, loss } = model;
  for (let trial = 0; trial < trials; trial += 1) {
    const rate = drawn(exchanges, random) * drawn(incidentsPerMillion, random);
    const incidents = random.poisson(rate / 1e6);
    if (incidents === 0) {
      for (const option of optionNames) lost[option][trial] = 0;
      continue;
    }
    const missed = drawn(model.redactionMisses, random);
    const around = drawn(model.goesAround, random);
    const uncovered = drawn(model.outsideZdr, random);
    const stays = 1 - drawn(model.keptShare, random) * (1 - uncovered);
    let [asIs, redaction, zdr, both, block] = [0, 0, 0, 0, 0];
    for (let incident = 0; incident < incidents; incident += 1) {
      const amount = drawn(loss, random);
      const isMissed = random.uniform() < missed;
      const isStaying = random.uniform() < stays;
      asIs += amount;
      if (isMissed) redaction += amount;
      if (isStaying) zdr += amount;
      if (isMissed && isStaying) both += amount;
      if (random.uniform() < around) block += amount;
    }
    lost.as_is[trial] = asIs;
    lost.redaction[trial] = redaction;
    lost.zdr[trial] = zdr;
    lost.zdr_redaction[trial] = both;
    lost.block[trial] = block;
  }
  return lost;
}

function drawn(spread: Spread, random: Random): number {
  return spread.kind === 'exact' ? spread.value : valueAt(spread, random.normal());
}

/** Trials of so many years. */
export function emptyTrials(trials: number): Trials {
  return Object.fromEntries(optionNames.map((option) => [option, new Float64Array(trials)])) as unknown as Trials;
}
