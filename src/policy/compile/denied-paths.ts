import { globAlternatives } from '../labels/glob.ts';
import { byFirstLabel, supposedFacts } from '../suppose.ts';
import type { CompileInput } from './target.ts';

/** One glob without braces, in the letters of the policy; from where it counts, and what stands after that. */
export type DeniedPath = {
  /** `any`: in any folder. `root`: from the root of the file system. `home`: in every home. `drive`: on a drive of Windows. */
  readonly from: 'any' | 'root' | 'home' | 'drive';
  /** Without the `/`, `~/` or `C:/` that it begins with. */
  readonly path: string;
  readonly drive?: string;
};

export type DeniedPaths = {
  /** Whether the plan may be sent nothing that is a file: the paths are then of no account. */
  readonly isEverything: boolean;
  readonly paths: readonly DeniedPath[];
  readonly except: readonly DeniedPath[];
  /** Labels that only an inspection gives: no program but octroi knows what carries them. */
  readonly byDetectors: readonly string[];
};

/** What the policy itself blocks as a file without findings, under the plan, the contract and the workspace of `input`. */
export function deniedPaths({ policy, at, plan, contract, workspace, roles = [] }: CompileInput): DeniedPaths {
  const asked = byFirstLabel(policy);
  const facts = { ...supposedFacts({ at, workspace, isAgreed: false, roles }, plan), contract };
  const isBlocked = (label: string): boolean =>
    asked.decide(facts, [{ kind: 'file', label, findings: [] }]).verdict === 'block';
  const blocked = policy.labels.all.filter(({ name }) => isBlocked(name));
  return {
    isEverything: blocked.some(({ name }) => name === policy.configuration.defaultLabel),
    paths: blocked.flatMap(({ paths }) => paths.flatMap(placed)),
    except: blocked.flatMap(({ except }) => except.flatMap(placed)),
    byDetectors: blocked.filter(({ detectors }) => detectors.length > 0).map(({ name }) => name),
  };
}

function placed(glob: string): readonly DeniedPath[] {
  const alternatives = globAlternatives(glob);
  if (typeof alternatives === 'string') throw new Error(`a glob came here unchecked: ${alternatives}`);
  return alternatives.map(place);
}

function place(glob: string): DeniedPath {
  const path = glob.replace(/(\/\*\*)*\/*$/, '');
  if (path.startsWith('/')) return { from: 'root', path: path.replace(/^\/+/, '') };
  if (path === '~' || path.startsWith('~/')) return { from: 'home', path: path.slice(2) };
  const [, drive, rest = ''] = /^([A-Za-z?*]):\/*(.*)$/.exec(path) ?? [];
  if (drive !== undefined) return { from: 'drive', drive, path: rest };
  return { from: 'any', path: path.replace(/^(\*\*\/)+/, '') };
}
