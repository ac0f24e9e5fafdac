import { type ExchangeFacts, loadPolicy, type PartFacts, type PlanFacts } from '../../src/policy/index.ts';
import { makeGlobs, makePaths } from './paths.ts';

const rounds = 15;

const plan: PlanFacts = {
  vendor: 'anthropic',
  plan: 'api',
  audience: 'commercial',
  businessUse: 'allowed',
  training: 'no',
  isZdrOffered: true,
  featuresOutsideZdr: ['files', 'batches'],
  personalDataNeedsZdr: false,
};

function exchange(workspace: string): ExchangeFacts {
  const client = { name: 'claude-cli', version: '2.1.330' };
  const at = '2026-11-26T08:00:00Z';
  return { at, person: { roles: ['developer'] }, workspace, contract: 'c', plan, features: [], client };
}

/** Measures what the policy costs a request, and how fast paths are labelled. CPU time: what else the machine does does not count. */
function main(): void {
  console.table([...decisions(), ...labelling()]);
}

function decisions() {
  const policy = loadPolicy([]);
  let fresh = 0;
  const cold = (parts: readonly PartFacts[]) => () => {
    for (let count = 0; count < 40; count += 1) policy.decide(exchange(`w${(fresh += 1)}`), parts);
    return 40;
  };
  const again = (parts: readonly PartFacts[]) => () => {
    for (let count = 0; count < 2_000; count += 1) policy.decide(exchange('w'), parts);
    return 2_000;
  };
  const findings = [{ class: 'secret', kind: 'password', detector: 'p' }] as const;
  const turn = Array.from({ length: 300 }, (_, index): PartFacts => {
    if (index % 3 === 0) return { kind: 'prompt', findings: [] };
    if (index % 50 === 1) return { kind: 'file', path: `/home/ada/app/src/${index}.ts`, findings };
    return { kind: 'file', path: `/home/ada/app/src/${index}.ts`, findings: [] };
  });
  return [
    row('decide, new facts, one plain part', 'µs', cold([{ kind: 'prompt', findings: [] }])),
    row('decide, new facts, 300 parts (3 kinds)', 'µs', cold(turn)),
    row('decide, known facts, one plain part', 'µs', again([{ kind: 'prompt', findings: [] }])),
    row('decide, known facts, 300 parts, 6 with findings', 'µs', again(turn)),
  ];
}

function labelling() {
  const text = (globs: readonly string[]) =>
    JSON.stringify({ labels: [{ name: 'internal' }, { name: 'closed', paths: globs }] });
  const globs = makeGlobs(10_000);
  const paths = makePaths(10_000);
  const load = () => loadPolicy([{ name: 'octroi.yaml', text: text(globs) }]).labels;
  const loaded = Array.from({ length: rounds + 1 }, load);
  return [
    row('load a policy with 10,000 globs', 'ms', () => {
      load();
      return 1;
    }),
    row(`label 10,000 new paths by 10,000 globs (${covered(loaded.pop(), paths)} covered)`, 'ms', () => {
      covered(loaded.pop(), paths);
      return 1;
    }),
  ];
}

function covered(labels: ReturnType<typeof loadPolicy>['labels'] | undefined, paths: readonly string[]): number {
  return paths.filter((path) => labels?.ofPath(path) === 1).length;
}

function row(what: string, unit: 'µs' | 'ms', work: () => number) {
  const perUnit = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    const times = work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / times / (unit === 'µs' ? 1 : 1e3);
  }).toSorted((one, other) => one - other);
  const median = perUnit[Math.floor(rounds / 2)] ?? Number.NaN;
  const perSecond = Math.round((unit === 'µs' ? 1e6 : 1e3) / median);
  return { what, [`median ${unit}`]: Number(median.toPrecision(3)), 'per second': perSecond };
}

main();
