import { canonicalJson, type Json, sha256Hex } from '../base/index.ts';
import { allDetectors } from '../detection/index.ts';
import { checkPolicies, findUnnamed, type KnownNames } from './cedar/check-policies.ts';
import { defaultPolicies } from './cedar/default-policies.ts';
import { CedarEngine } from './cedar/engine.ts';
import { type CedarPolicy, readPolicies } from './cedar/read-policies.ts';
import { ownReasons } from './decision.ts';
import { policyError } from './errors.ts';
import { checkNames } from './files/check-names.ts';
import { type Configuration, configurationSchema } from './files/configuration.ts';
import { type Fault, inOrder, listFaults } from './files/fault.ts';
import type { PolicyFile } from './files/policy-file.ts';
import { readSoundYaml } from './files/read-yaml.ts';
import { Policy } from './policy.ts';

export type ReadPolicy =
  | {
      readonly kind: 'policy';
      readonly policy: Policy;
      /** What does not keep the policy from counting, and is likely a slip. */
      readonly warnings: readonly Fault[];
    }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

// Raised with every change of this room's code that can change a decision: the version then changes with it.
const engineVersion = 3;

/**
 * The policy of a folder: `octroi.yaml` and `*.cedar`. Without any file, the one octroi brings.
 * @throws policy_invalid with all that is wrong, each with its file, line and key
 */
export function loadPolicy(files: readonly PolicyFile[]): Policy {
  const read = readPolicy(files);
  if (read.kind === 'policy') return read.policy;
  throw policyError('policy_invalid', { count: read.faults.length, faults: listFaults(read.faults) });
}

/**
 * The policy of a folder, or all that is wrong in it, in the order of files and lines.
 * @param isPlan whether the catalogue has a plan, as `vendor/plan`; plans are not checked without it.
 */
export function readPolicy(files: readonly PolicyFile[], isPlan?: (id: string) => boolean): ReadPolicy {
  const faults: Fault[] = [];
  const configuration = readConfiguration(files, { faults, isPlan });
  const ownPolicies = files.filter(({ name }) => isCedar(name)).flatMap((file) => readPolicies(file, faults));
  faults.push(...unknownFiles(files), ...emptyFiles(files), ...takenIds(ownPolicies));
  faults.push(...checkPolicies(ownPolicies, configuration ? namesIn(configuration) : {}));
  if (faults.length > 0 || !configuration) return { kind: 'faults', faults: inOrder(faults) };
  const without = new Set(configuration.withoutDefaultPolicies);
  const policies = [...octroiPolicies.filter(({ id }) => !without.has(id)), ...ownPolicies];
  const version = versionOf(configuration, policies);
  const engine = new CedarEngine(policies, version);
  const warnings = inOrder(findUnnamed(ownPolicies, namesIn(configuration)));
  return { kind: 'policy', policy: new Policy({ version, configuration, policies, engine }), warnings };
}

function namesIn({ labels, workspaces, contracts }: Configuration): KnownNames {
  return {
    labels: labels.map(({ name }) => name),
    workspaces: Object.keys(workspaces),
    contracts: Object.keys(contracts),
  };
}

/** The policies that octroi brings. */
export const octroiPolicies: readonly CedarPolicy[] = readPolicies({ name: '', text: defaultPolicies }, []);

type Checks = { readonly faults: Fault[]; readonly isPlan: ((id: string) => boolean) | undefined };

// Also with faults in it, so that all of them can be told at once; undefined where the names in it are not all there.
function readConfiguration(files: readonly PolicyFile[], { faults, isPlan }: Checks): Configuration | undefined {
  const [file, second] = files.filter(({ name }) => isConfiguration(name));
  if (second) faults.push({ file: second.name, line: 1, path: '', code: 'name_twice', detail: 'octroi.yaml' });
  if (!file) return configurationSchema.parse({});
  const own: Fault[] = [];
  const read = readSoundYaml(file, configurationSchema, own);
  faults.push(...own);
  if (!read || own.some(({ path }) => /^(labels|contracts|retention|workspaces)(\.[^.]+)?$/.test(path)))
    return undefined;
  const known = {
    // No detector of ours has the class `dictionary`: its words are the company's.
    detectors: new Set(['dictionary', ...allDetectors.flatMap((each) => [each.id, each.kind, each.class])]),
    policies: new Set(octroiPolicies.map(({ id }) => id)),
    isPlan,
  };
  const faulty = new Set(own.map(({ path }) => path));
  faults.push(...checkNames({ file: file.name, ...read }, known).filter(({ path }) => !faulty.has(path)));
  return read.value;
}

function unknownFiles(files: readonly PolicyFile[]): readonly Fault[] {
  return files
    .filter(({ name }) => !isRuling(name) && !isCases(name))
    .map(({ name }) => ({ file: name, line: 1, path: '', code: 'file_unknown', detail: '' }));
}

// What was cut off while it was written must not count as a policy that says nothing.
function emptyFiles(files: readonly PolicyFile[]): readonly Fault[] {
  return files
    .filter(({ name, text }) => isRuling(name) && text.trim() === '')
    .map(({ name }) => ({ file: name, line: 1, path: '', code: 'file_empty', detail: '' }));
}

/** Whether a file of the folder has a say in decisions: the configuration, or rules. */
export function isRuling(name: string): boolean {
  return isCedar(name) || isConfiguration(name);
}

/** Whether it is `octroi.yaml`. */
export function isConfiguration(name: string): boolean {
  return /^octroi\.ya?ml$/i.test(name);
}

function isCedar(name: string): boolean {
  return /\.cedar$/i.test(name);
}

/** Whether a file of the folder holds cases for `policy test`. */
export function isCases(name: string): boolean {
  return /\.test\.ya?ml$/i.test(name);
}

// An id stands in the ledger for good: it may mean one policy only, also when octroi's own is switched off.
function takenIds(policies: readonly CedarPolicy[]): readonly Fault[] {
  const taken = new Set([...Object.keys(ownReasons), ...octroiPolicies.map(({ id }) => id)]);
  return policies.flatMap(({ id, file, line }) => {
    const isTaken = taken.has(id);
    taken.add(id);
    return isTaken ? [{ file, line, path: id, code: 'id_taken', detail: id } as const] : [];
  });
}

function versionOf(configuration: Configuration, policies: readonly CedarPolicy[]): string {
  const sources = policies.map(({ id, source }) => [id, source]);
  return sha256Hex(canonicalJson({ engineVersion, configuration, sources } as unknown as Json));
}
