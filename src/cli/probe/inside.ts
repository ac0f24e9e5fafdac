import { readFileSync } from 'node:fs';
import { answerAsVendor } from '../../demo/index.ts';
import { type Job, runInside } from '../../endpoint/probe/index.ts';

// The laboratory's inside: a process of its own, the first one of its namespaces. Whoever started it writes nothing to
// its standard input and closes it when it ends, however it ends.
process.stdin.on('end', () => process.exit(1)).resume();
await runInside(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Job, answerAsVendor);
process.exit(0);
