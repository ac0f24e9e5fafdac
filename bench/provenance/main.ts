// npm run bench:provenance -- --repository FOLDER --range A..B [--every N]: how long a range of a real history takes against a
// ledger to which the code of every Nth commit was given as what the model wrote; and, since the truth is known, how many of
// the lines said to be the model’s are, and how many of its lines are found.
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSettings, openInstallation } from '../../src/cli/wire.ts';
import { readAdditions } from '../../src/cli/provenance/read-additions.ts';
import { trace, type Traced } from '../../src/cli/provenance/trace.ts';
import type { Addition } from '../../src/provenance/index.ts';
import { tenantFingerprintKey } from '../../src/tenancy/index.ts';
import { makeFolder } from '../../test/support/folder.ts';
import { recordAsWritten } from './record-as-written.ts';

const { values } = parseArgs({
  options: {
    repository: { type: 'string', default: '.' },
    range: { type: 'string', default: 'HEAD~50..HEAD' },
    every: { type: 'string', default: '5' },
  },
});

const folder = await makeFolder();
const settings = await loadSettings(undefined, { OCTROI_DATA: join(folder, 'data') });
const installation = await openInstallation({ settings, mode: 'own' });
const asked = { repository: resolve(values.repository), what: values.range, now: new Date() };
const additions = await readAdditions(asked);
const commits = [...new Set(additions.map(({ commit }) => commit))];
const models = new Set(commits.filter((_, index) => index % Number(values.every) === 0));
const key = await tenantFingerprintKey(installation.tenancy, installation.tenant.id);
await recordAsWritten(
  { installation, key },
  additions.filter(({ commit }) => models.has(commit)),
);
const took: number[] = [];
let traced: Traced | undefined;
for (let round = 0; round < 3; round += 1) {
  const before = performance.now();
  traced = await trace(installation, await readAdditions(asked));
  took.push(performance.now() - before);
}
tell(additions, traced);
await installation.close();
await rm(folder, { recursive: true, force: true });

function tell(of: readonly Addition[], found: Traced | undefined): void {
  const lines = of.reduce((sum, addition) => sum + addition.lines.length, 0);
  const told = (found?.attributed ?? []).flatMap(({ commit, lines: attributed }) =>
    attributed.map(({ manner }) => ({
      isModels: models.has(commit),
      isTold: manner === 'verbatim' || manner === 'edited',
      manner,
    })),
  );
  const count = (fits: (line: (typeof told)[number]) => boolean): number => told.filter(fits).length;
  const right = count(({ isModels, isTold }) => isModels && isTold);
  const wrong = count(({ isModels, isTold }) => !isModels && isTold);
  const copied = count(({ isModels, manner }) => !isModels && manner === 'verbatim');
  const all = count(({ isModels, manner }) => isModels && manner !== 'bare');
  process.stdout.write(
    `${commits.length} commits, ${lines} lines, ${found?.read} exchanges: ${took.map((ms) => (ms / 1_000).toFixed(2)).join(', ')} s\n` +
      `of ${right + wrong} lines told ${((right / (right + wrong)) * 100).toFixed(1)} % are, and ${copied} others are word for word such lines; of ${all} written ${((right / all) * 100).toFixed(1)} % are found\n`,
  );
}
