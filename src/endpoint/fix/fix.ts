import { folderOf } from '../machine/rooted-files.ts';
import { RootedWriter } from './rooted-writer.ts';
import { judgeSurvey, type ScanOptions, surveyEndpoint, type Verdict } from '../scan.ts';
import { digestOf } from './file-state.ts';
import { endpointError } from '../errors.ts';
import { type FileRecord, type FixRecord, RecordFolder } from './fix-record.ts';
import { planFix } from './plan-fix.ts';
import type { Change, FixPlan, FixProfile, Planning } from './planning.ts';

export type FixOptions = {
  readonly scan: ScanOptions;
  readonly profile: FixProfile;
  readonly removes: boolean;
  readonly hasShellProfile: boolean;
};

/** A plan that can be carried out. */
export type PreparedFix = FixPlan & {
  /** Writes it: first what is needed to undo it, then file by file. @throws endpoint_fix_… with nothing half written */
  readonly apply: () => void;
  /** The verdicts before anything was changed. */
  readonly verdicts: readonly Verdict[];
};

/**
 * Looks at a machine and says what must change so that the profile holds. Nothing is changed before `apply`.
 * @throws what `scanEndpoint` throws, endpoint_fix_forbidden, endpoint_fix_unsafe, endpoint_record_invalid
 */
export async function prepareFix({ scan, profile, removes, hasShellProfile }: FixOptions): Promise<PreparedFix> {
  const survey = await surveyEndpoint(scan);
  const { machine } = survey;
  const verdicts = judgeSurvey(survey);
  const writer = new RootedWriter(machine.files);
  const records = new RecordFolder(machine, writer);
  const record = records.read();
  const planning: Planning = { machine, writer, records, record, profile, removes };
  const plan = planFix(planning, { survey, verdicts, hasShellProfile });
  return { ...plan, verdicts, apply: () => applyPlan(planning, plan, scan.now) };
}

function applyPlan(planning: Planning, { changes }: FixPlan, now: Date): void {
  if (changes.length === 0) return;
  const { writer, records } = planning;
  const lock = `${records.path}/lock`;
  const folders = missingFolders(planning, [lock, ...changes.map(({ path }) => path)]);
  writer.claim(lock);
  try {
    for (const change of changes) requireUnchanged(writer, change);
    records.write(recordOf(planning, changes, { folders, now }));
    for (const { path, after } of changes) writer.write(path, after);
  } finally {
    writer.write(lock, { kind: 'absent' });
  }
}

function requireUnchanged(writer: RootedWriter, { path, current }: Change): void {
  if (digestOf(writer.read(path)) !== digestOf(current)) throw endpointError('endpoint_fix_changed', { path });
}

type Recording = { readonly folders: readonly string[]; readonly now: Date };

function recordOf(
  { records, record, profile }: Planning,
  changes: readonly Change[],
  { folders, now }: Recording,
): FixRecord {
  const changed = new Map(changes.map((change) => [change.path, change]));
  const kept = (record?.files ?? []).filter(({ path }) => !changed.has(path));
  const fresh = changes.map(({ path, target, current, before, after, wrote, removed }): FileRecord => {
    const ours = record?.files.find((file) => file.path === path);
    const earlier = ours?.after.includes(digestOf(current)) ? [digestOf(current)] : [];
    return { path, target, before: records.keep(before), after: [digestOf(after), ...earlier], wrote, removed };
  });
  return {
    schema: 'octroi.endpoint.fix/1',
    fixedAt: now.toISOString(),
    policyVersion: profile.policyVersion,
    files: [...kept, ...fresh],
    folders: [...new Set([...(record?.folders ?? []), ...folders])],
  };
}

function missingFolders({ machine }: Planning, paths: readonly string[]): readonly string[] {
  const missing = new Set<string>();
  for (const path of paths)
    for (let folder = folderOf(path); folder !== '/' && !machine.files.entry(folder); folder = folderOf(folder))
      missing.add(folder);
  return [...missing].toSorted((a, b) => a.length - b.length);
}
