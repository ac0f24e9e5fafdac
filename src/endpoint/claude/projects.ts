import { jsonTree } from '../machine/json-file.ts';
import type { Machine } from '../machine/machine.ts';
import type { Person } from '../machine/person.ts';
import { normalised } from '../machine/rooted-files.ts';
import { isRecord } from './settings-document.ts';

/** A folder people work in. */
export type Project = { readonly path: string; readonly hasSettings: boolean; readonly isRepository: boolean };

const maxFolders = 400;
const maxDepth = 6;
const notWalked = new Set([
  'node_modules',
  'Library',
  'AppData',
  'vendor',
  'target',
  'dist',
  'venv',
  '__pycache__',
  'Applications',
  'snap',
  'go',
]);

/**
 * The projects of a person: repositories and folders with a `.claude` in their home, and what the client itself
 * remembers. The walk is bounded: 400 folders, six deep, hidden folders left out.
 */
export function findProjects(machine: Machine, person: Person): readonly Project[] {
  const found = new Map<string, Project>();
  const add = (path: string): void => {
    const project = describe(machine, path);
    if (path !== person.home && (project.hasSettings || project.isRepository)) found.set(path, project);
  };
  for (const path of rememberedProjects(machine, person)) add(path);
  let waiting = [person.home];
  let walked = 0;
  for (let depth = 0; depth < maxDepth && waiting.length > 0; depth += 1) {
    const next: string[] = [];
    for (const folder of waiting) {
      walked += 1;
      if (walked > maxFolders) return [...found.values()];
      const inside = machine.files.folders(folder);
      if (inside.includes('.claude') || inside.includes('.git')) add(folder);
      next.push(
        ...inside.filter((name) => !name.startsWith('.') && !notWalked.has(name)).map((name) => `${folder}/${name}`),
      );
    }
    waiting = next;
  }
  return [...found.values()];
}

function describe({ files }: Machine, path: string): Project {
  const hasSettings = ['settings.json', 'settings.local.json'].some(
    (name) => files.entry(`${path}/.claude/${name}`) !== undefined,
  );
  return { path, hasSettings, isRepository: files.entry(`${path}/.git`) !== undefined };
}

function rememberedProjects({ files, drive, system }: Machine, { home }: Person): readonly string[] {
  const reading = files.read(`${home}/.claude.json`, 16 * 1024 * 1024);
  const json = reading.kind === 'read' ? jsonTree(reading.bytes.toString('utf8'), { isStrict: true }) : undefined;
  const projects = json && isRecord(json.value) ? json.value['projects'] : undefined;
  if (!isRecord(projects)) return [];
  return Object.keys(projects)
    .map((path) => (system === 'windows' ? `${drive}/${path.replaceAll('\\', '/').replace(/^[A-Za-z]:/, '')}` : path))
    .filter((path) => path.startsWith('/'))
    .map(normalised)
    .filter((path) => files.isFolder(path));
}
