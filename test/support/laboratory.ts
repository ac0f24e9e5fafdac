import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProbedClient } from '../../src/endpoint/probe/clients/client.ts';
import { requireIsolation } from '../../src/endpoint/probe/isolation.ts';
import type { Laboratory } from '../../src/endpoint/probe/run-once.ts';
import { nothingSet, type SettingsSet, withVariables } from '../../src/endpoint/probe/settings-set.ts';

const inside = join(import.meta.dirname, '..', '..', 'src', 'cli', 'probe', 'inside.ts');

/** Whether this system allows namespaces; where it does not, the tests that need one are skipped and say so. */
export async function allowsNamespaces(): Promise<boolean> {
  try {
    await requireIsolation();
    return true;
  } catch (fault) {
    process.stderr.write(`SKIPPED: no network namespace here, so the laboratory is not tried: ${String(fault)}\n`);
    return false;
  }
}

export const laboratory: Laboratory = {
  inside,
  isIsolated: true,
  now: () => new Date(),
  timeoutMs: 20_000,
  lingerMs: 0,
};

/** A client of our own making, by its program: what it does stands in the variable FAKE_DOES. */
export const fakeClient: ProbedClient = {
  id: 'fake',
  name: 'Fake',
  command: 'fake',
  oneShot: () => [],
  interactive: [],
  credentials: () => ({ FAKE_KEY: ['fake', 'key', 'of', 'nobody'].join('-') }),
  environment: {},
  gatewayVariables: ['FAKE_GATEWAY'],
  home: () => ({}),
  dialogues: [{ shows: 'Do you trust', keys: 'yes\r' }],
  leave: ['/bye', '\r'],
  profile: 'fake/settings.json',
  ownSettings: '.fake/settings.json',
};

/** Writes the fake's program into a folder. */
export function writeFake(folder: string): string {
  const program = join(folder, 'fake');
  writeFileSync(
    program,
    `#!/bin/sh\nNODE_USE_ENV_PROXY=1 NODE_NO_WARNINGS=1 exec '${process.execPath}' '${join(import.meta.dirname, 'fake-client.mjs')}' "$@"\n`,
  );
  chmodSync(program, 0o755);
  return program;
}

/** Settings in which the fake does these deeds. */
export function doing(deeds: string, more: Readonly<Record<string, string>> = {}): SettingsSet {
  return withVariables(nothingSet(fakeClient), { FAKE_DOES: deeds, ...more });
}

/** Programs of the machine whose environment or command line holds a text. */
export function runningWith(text: string): readonly string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && holds(name, text));
}

function holds(pid: string, text: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(text);
  } catch {
    return false; // It has ended meanwhile.
  }
}
