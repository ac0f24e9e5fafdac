import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100; // USER_HZ on every Linux that Node runs on.

/** What a process and all its descendants have used so far. */
export type TreeUse = { readonly cpuMs: number; readonly rssMiB: number };

/** Reads /proc: user and system time of the tree, ended children included, and its resident memory now. */
export function treeUse(root: number): TreeUse {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (Number.isInteger(pid)) parents.set(pid, parentOf(pid));
  }
  const tree = new Set([root]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [pid, parent] of parents) {
      if (tree.has(parent) && !tree.has(pid)) {
        tree.add(pid);
        grew = true;
      }
    }
  }
  let cpuMs = 0;
  let rssMiB = 0;
  for (const pid of tree) {
    const fields = statFields(pid);
    cpuMs += ([11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field] ?? 0), 0) * 1_000) / ticksPerSecond;
    rssMiB += proportionalMiB(pid);
  }
  return { cpuMs, rssMiB };
}

function parentOf(pid: number): number {
  return Number(statFields(pid)[1] ?? 0);
}

// Fields of /proc/PID/stat from the state on: [0] state, [1] ppid, [11] utime, [12] stime, [13] cutime, [14] cstime.
function statFields(pid: number): readonly string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return []; // It has ended since the list was read.
  }
}

// Proportional set size: PostgreSQL's processes share their buffers, which must not be counted once each.
function proportionalMiB(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1');
    return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
}
