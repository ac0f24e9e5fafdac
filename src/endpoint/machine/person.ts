import { basename } from 'node:path';
import type { Machine } from './machine.ts';
import type { Entry } from './rooted-files.ts';
import { readPlist } from './plist.ts';

/** Somebody with a home on this machine. */
export type Person = {
  readonly name: string;
  readonly home: string;
  /** The name of the login shell's program; undefined when nothing says. */
  readonly shell: string | undefined;
  /** The same with its folder, as `SHELL` has it. */
  readonly shellPath: string | undefined;
  readonly userId: number | undefined;
  readonly groupIds: readonly number[];
  /** Whether this person may read what stands there, by its owner and mode. */
  readonly canRead: (entry: Entry) => boolean;
};

type Account = Omit<Person, 'canRead'>;

const notPeople = /^(?:nologin|false|sync|halt|shutdown|git-shell)$/;

/**
 * Everybody who works on this machine: accounts of people, and homes whose account lies in a directory elsewhere.
 * `wanted` is found whatever kind of account it is.
 */
export function findPeople(machine: Machine, wanted?: string): readonly Person[] {
  const accounts = machine.system === 'linux' ? linuxAccounts(machine, wanted) : homesUnderUsers(machine);
  return accounts
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((account) => ({ ...account, canRead: reader(account, machine) }));
}

function linuxAccounts(machine: Machine, wanted: string | undefined): readonly Account[] {
  const listed = readAccounts(machine);
  const people = listed.filter((one) => one.isPerson || one.name === wanted || usesClaude(one, machine));
  const known = new Set(listed.map(({ home }) => home));
  const others = machine.files
    .list('/home')
    .filter(
      (name) =>
        !name.startsWith('.') &&
        name !== 'lost+found' &&
        !known.has(`/home/${name}`) &&
        machine.files.isFolder(`/home/${name}`),
    )
    .map(
      (name): Account => ({
        name,
        home: `/home/${name}`,
        shell: undefined,
        shellPath: undefined,
        userId: undefined,
        groupIds: [],
      }),
    );
  return [...people, ...others];
}

// Root and service accounts count once an assistant has been used from them.
function usesClaude({ home, userId }: Account, { files }: Machine): boolean {
  return userId === 0 && (files.isFolder(`${home}/.claude`) || files.isFile(`${home}/.claude.json`));
}

function readAccounts(machine: Machine): readonly (Account & { isPerson: boolean })[] {
  const reading = machine.files.read('/etc/passwd');
  if (reading.kind !== 'read') return [];
  const groups = readGroups(machine);
  return reading.bytes
    .toString('utf8')
    .split('\n')
    .map((line) => line.trim().split(':'))
    .filter((fields) => fields.length >= 7 && /^\d+$/.test(fields[2] ?? ''))
    .map(([name = '', , userId, groupId, , home = '', shell = '']) => {
      const id = Number(userId);
      const isPerson = id >= 1000 && id < 65_534 && !notPeople.test(basename(shell));
      const groupIds = [Number(groupId), ...(groups.get(name) ?? [])];
      return {
        name,
        home,
        shell: shell === '' ? 'sh' : basename(shell),
        shellPath: shell === '' ? '/bin/sh' : shell,
        userId: id,
        groupIds,
        isPerson,
      };
    });
}

function readGroups({ files }: Machine): ReadonlyMap<string, readonly number[]> {
  const reading = files.read('/etc/group');
  const groups = new Map<string, number[]>();
  if (reading.kind !== 'read') return groups;
  for (const line of reading.bytes.toString('utf8').split('\n')) {
    const [, , id, members = ''] = line.split(':');
    for (const member of members.split(','))
      if (member) groups.set(member, [...(groups.get(member) ?? []), Number(id)]);
  }
  return groups;
}

const systemHomes =
  /^(?:Shared|Guest|Public|Default|Default User|All Users|defaultuser\d*|WDAGUtilityAccount|DefaultAppPool|\..*|desktop\.ini)$/i;

function homesUnderUsers(machine: Machine): readonly Account[] {
  const folder = `${machine.drive}/Users`;
  return machine.files
    .list(folder)
    .filter((name) => !systemHomes.test(name) && machine.files.isFolder(`${folder}/${name}`))
    .map((name) => {
      const home = `${folder}/${name}`;
      if (machine.system === 'windows')
        return { name, home, shell: undefined, shellPath: undefined, userId: undefined, groupIds: [] };
      return { name, home, groupIds: [20], ...macAccount(name, machine) };
    });
}

function macAccount(name: string, machine: Machine): Pick<Account, 'shell' | 'shellPath' | 'userId'> {
  const record = readPlist(machine.files, `/var/db/dslocal/nodes/Default/users/${name}.plist`);
  const [shell, userId] = ['shell', 'uid'].map((key) =>
    firstText(record.kind === 'read' ? record.values[key] : undefined),
  );
  const listed = readAccounts(machine).find((one) => one.name === name);
  return {
    shell: shell === undefined ? (listed?.shell ?? 'zsh') : basename(shell),
    shellPath: shell ?? listed?.shellPath ?? '/bin/zsh',
    userId: userId === undefined ? listed?.userId : Number(userId),
  };
}

function firstText(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first !== '' ? first : undefined;
}

/**
 * Who may read what. A copied tree often belongs to whoever copied it: where a home does not belong to its person, what
 * lies in it counts as theirs, and all else as root's.
 */
function reader(account: Account, machine: Machine): Person['canRead'] {
  if (machine.system === 'windows') return () => true;
  const keepsOwners = account.userId === undefined || machine.files.entry(account.home)?.ownerId === account.userId;
  return (entry) => {
    if (account.userId === 0) return true;
    const isInHome = entry.path.startsWith(`${account.home}/`);
    const isOwner = keepsOwners && account.userId !== undefined ? entry.ownerId === account.userId : isInHome;
    if (isOwner) return (entry.mode & 0o400) !== 0;
    const isInGroup = keepsOwners && account.groupIds.includes(entry.groupId);
    return (entry.mode & (isInGroup ? 0o040 : 0o004)) !== 0;
  };
}
