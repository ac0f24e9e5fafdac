// npm run bench:evaluation [-- --trials N --classes N]: how long an evaluation takes in its thread, the thread's start included,
// for classes with 1.4 incidents a year each: more than anybody should have, since rarer ones cost less.
import { parseArgs } from 'node:util';
import { evaluateInThread } from '../../src/evaluation/index.ts';
import { amountSpread, exactly, shareSpread } from '../../src/evaluation/model/spread.ts';

const { values } = parseArgs({
  options: { trials: { type: 'string', default: '300000' }, classes: { type: 'string', default: '4' } },
});

const classes = Array.from({ length: Number(values.classes) }, (_, index) => ({
  label: `label ${index}`,
  exchanges: exactly(800_000),
  incidentsPerMillion: amountSpread({ low: 0.2, likely: 1, high: 5 }),
  loss: amountSpread({ low: 50_000, likely: 200_000, high: 800_000 }),
  keptShare: shareSpread({ low: 0.2, likely: 0.4, high: 0.6 }),
  outsideZdr: exactly(0.1),
  redactionMisses: shareSpread({ low: 0.05, likely: 0.2, high: 0.5 }),
  goesAround: shareSpread({ low: 0.01, likely: 0.05, high: 0.2 }),
}));
const model = { classes, costs: [], tolerance: [{ loss: 250_000, probability: 0.05 }] };
const run = { seed: '1', trials: Number(values.trials) };
const took: number[] = [];
let usedUs = Number.POSITIVE_INFINITY;
for (let round = 0; round < 7; round += 1) {
  const [before, used] = [performance.now(), process.cpuUsage()];
  const { options } = await evaluateInThread(model, run);
  took.push(performance.now() - before);
  const { user, system } = process.cpuUsage(used);
  usedUs = Math.min(usedUs, user + system);
  if (round === 0) {
    const { mean, expected, p95 } = options.as_is.losses;
    process.stdout.write(`mean ${mean.toFixed(0)}, closed form ${expected.toFixed(0)}, 95 % ${p95.toFixed(0)}\n`);
  }
}
const inOrder = took.toSorted((one, other) => one - other);
const figure = `${inOrder[0]?.toFixed(0)} ms at best, ${inOrder[3]?.toFixed(0)} ms in the middle of seven; ${(usedUs / 1_000).toFixed(0)} ms of CPU at best`;
process.stdout.write(`${run.trials} trials of ${classes.length} classes: ${figure}\n`);
