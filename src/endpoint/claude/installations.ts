import type { Machine } from '../machine/machine.ts';
import type { Person } from '../machine/person.ts';

/** An installed client. */
export type Installation = { readonly version: string; readonly file: string; readonly line: number };

/** Every Claude Code found where its installers put it, for this person and for the machine. */
export function findInstallations(machine: Machine, person: Person): readonly Installation[] {
  return [...packaged(machine, person), ...native(machine, person), ...extensions(machine, person)];
}

function packaged(machine: Machine, { home }: Person): readonly Installation[] {
  const { files, drive } = machine;
  const nvm = files
    .list(`${home}/.nvm/versions/node`)
    .map((name) => `${home}/.nvm/versions/node/${name}/lib/node_modules`);
  const folders = [
    ...[
      '/usr/lib',
      '/usr/local/lib',
      '/opt/homebrew/lib',
      '/usr/share/nodejs',
      `${home}/.npm-global/lib`,
      `${home}/.local/lib`,
      `${home}/.claude/local`,
      `${home}/n/lib`,
    ].map((folder) => `${folder}/node_modules`),
    ...nvm,
    `${home}/.bun/install/global/node_modules`,
    `${home}/AppData/Roaming/npm/node_modules`,
    `${drive}/Program Files/nodejs/node_modules`,
  ];
  return folders.flatMap((folder) => {
    const file = `${folder}/@anthropic-ai/claude-code/package.json`;
    const reading = files.read(file);
    const text = reading.kind === 'read' ? reading.bytes.toString('utf8') : '';
    const version = /"version"\s*:\s*"(\d+\.\d+\.\d+[^"]*)"/.exec(text);
    return version ? [{ version: version[1] ?? '', file, line: text.slice(0, version.index).split('\n').length }] : [];
  });
}

function native({ files }: Machine, { home }: Person): readonly Installation[] {
  const folders = [
    `${home}/.local/share/claude/versions`,
    '/opt/homebrew/Caskroom/claude-code',
    '/usr/local/Caskroom/claude-code',
  ];
  const current = files.entry(`${home}/.local/bin/claude`)?.path;
  return folders.flatMap((folder) => {
    const names = files.list(folder).filter((name) => /^\d+\.\d+\.\d+/.test(name));
    const linked = names.filter((name) => current === `${folder}/${name}` || current?.startsWith(`${folder}/${name}/`));
    // Older versions stay beside the one that runs: the link says which, else the newest does.
    const running = linked.length > 0 ? linked : names.toSorted(compareVersions).slice(-1);
    return running.map((version) => ({ version, file: `${folder}/${version}`, line: 1 }));
  });
}

function extensions({ files }: Machine, { home }: Person): readonly Installation[] {
  return ['.vscode', '.vscode-insiders', '.cursor', '.windsurf'].flatMap((editor) => {
    const folder = `${home}/${editor}/extensions`;
    return files.list(folder).flatMap((name) => {
      const version = /^anthropic\.claude-code-(\d+\.\d+\.\d+)/.exec(name)?.[1];
      return version ? [{ version, file: `${folder}/${name}`, line: 1 }] : [];
    });
  });
}

/** Negative when `one` is older. Only numbers are compared: a pre-release counts as its release. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((text) =>
    text
      .split(/[.+-]/)
      .slice(0, 3)
      .map((part) => Number.parseInt(part, 10) || 0),
  );
  for (let index = 0; index < 3; index += 1) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
