import { managedFolder } from '../claude/managed-sources.ts';
import { isRecord } from '../claude/settings-document.ts';
import type { Subject } from '../controls/control.ts';
import type { Machine } from '../machine/machine.ts';
import type { Survey, Verdict } from '../scan.ts';
import { placeChange } from './change-file.ts';
import { type Place, placesOf, profilePlace } from './fix-places.ts';
import { isOurs, stateFolder } from './fix-record.ts';
import type { FixPlan, Left, OtherFile, Planning, Step } from './planning.ts';
import { keyChange } from './remove-keys.ts';
import { shellProfile } from './shell-profile.ts';

export type PlanOptions = {
  readonly survey: Survey;
  readonly verdicts: readonly Verdict[];
  /** Whether shells get the variables too. */
  readonly hasShellProfile: boolean;
};

/** Says what must change for the profile to hold, and changes nothing. @throws endpoint_fix_forbidden, endpoint_fix_unsafe */
export function planFix(planning: Planning, { survey, verdicts, hasShellProfile }: PlanOptions): FixPlan {
  const { profile, machine } = planning;
  const places = [...placesOf(machine), ...ownPlaces(machine)].filter((place) => isNeeded(place, verdicts));
  const shell = hasShellProfile ? profilePlace(machine) : undefined;
  const texts = new Map([...profile.texts, ['profile', shellProfile(profile.texts.get('claude-code') ?? '{}')]]);
  const steps = [...places, ...(shell ? [shell] : [])].flatMap((place) => {
    const text = texts.get(place.target);
    return text === undefined ? [] : [{ path: place.path, ...placeChange(planning, place, text) }];
  });
  const others = othersOf(planning, survey.subjects).map((each) => ({ path: each.path, ...keyChange(planning, each) }));
  const seen = new Set([...steps, ...others].map(({ path }) => path));
  const all: readonly Step[] = [...steps, ...others, ...staleSteps(planning, seen)];
  return {
    changes: all.flatMap(({ change }) => change ?? []),
    left: [...outranked(planning, survey), ...all.flatMap(({ left }) => left)],
  };
}

// The signed bundle that the hook decides by, and the keys that its signature is held against.
function ownPlaces(machine: Machine): readonly Place[] {
  return ['bundle', 'trust'].map((target) => ({
    target,
    path: `${stateFolder(machine)}/${target}.json`,
    format: 'whole',
    neededBy: undefined,
  }));
}

function isNeeded({ neededBy }: Place, verdicts: readonly Verdict[]): boolean {
  return neededBy === undefined || verdicts.some(({ control, why }) => control === neededBy && why.code !== 'not_here');
}

function othersOf({ machine, profile }: Planning, subjects: readonly Subject[]): readonly OtherFile[] {
  const [main] = placesOf(machine);
  const wanted: unknown = JSON.parse(profile.texts.get('claude-code') ?? '{}');
  const folder = `${main?.path.replace(/\.json$/, '')}.d`;
  const dropIns = machine.files
    .list(folder)
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .map(
      (name): OtherFile => ({ path: `${folder}/${name}`, target: 'drop-in', wanted: isRecord(wanted) ? wanted : {} }),
    );
  const folders = new Set(
    subjects.flatMap(({ person, situations }) => [
      `${person.home}/.claude`,
      ...situations.map(({ configFolder }) => configFolder),
    ]),
  );
  const own = [...folders].flatMap((each) =>
    ['settings.json', 'settings.local.json'].map(
      (name): OtherFile => ({ path: `${each}/${name}`, target: 'person', wanted: undefined }),
    ),
  );
  return [...dropIns, ...own];
}

// The client takes one source of administrators' settings alone: one that goes before the file makes it count for nothing.
function outranked({ machine, profile }: Planning, { subjects }: Survey): readonly Left[] {
  const folder = managedFolder(machine);
  const files = subjects.flatMap(({ situations }) =>
    (situations[0]?.managed ?? [])
      .filter(({ name, delivers }) => delivers && name !== 'hkcu')
      .filter(({ name }) => name !== 'server_managed' || profile.route === 'login')
      .flatMap(({ documents }) => documents.map(({ file }) => file))
      .filter((file) => !file.startsWith(`${folder}/`)),
  );
  return [...new Set(files)].map((path) => ({ path, kind: 'outranked', key: '' }));
}

// Files that an earlier profile had and this one has not go back to what they were.
function staleSteps({ record, records, writer }: Planning, seen: ReadonlySet<string>): readonly Step[] {
  return (record?.files ?? [])
    .filter(({ path, target }) => !seen.has(path) && target !== 'drop-in' && target !== 'person')
    .map((file): Step => {
      const current = writer.read(file.path);
      if (!isOurs(file, current)) return { left: [{ path: file.path, kind: 'changed', key: '' }] };
      const before = records.restored(file.before);
      return { change: { ...file, current, before, after: before, wrote: [], removed: false }, left: [] };
    });
}
