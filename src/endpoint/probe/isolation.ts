import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { endpointError } from '../errors.ts';

/** Where a run takes place: its own folder, and what stands in /etc there instead of the machine's. */
export type Place = {
  /** The folder all of one run lies in; it is deleted afterwards. */
  readonly folder: string;
  /** Names in /etc that are not seen inside. */
  readonly hidden: readonly string[];
  /** Files that stand in /etc inside, by path without `/etc/`. */
  readonly files: Readonly<Record<string, string>>;
  /** The client's program, which must stay in sight. */
  readonly program: string;
};

/** The programs of util-linux and iproute2 that make a namespace, and `script`, which gives a terminal. */
export const neededTools: readonly string[] = ['unshare', 'mount', 'ip', 'script', 'stty'];

/** What people keep credentials in. Nothing of it is seen inside. */
const privatePlaces = [
  '.claude .claude.json .codex .copilot .gemini .config/gcloud .config/github-copilot .config/gh .ssh .aws .azure',
  '.netrc .npmrc .git-credentials .gitconfig .docker .gnupg .kube .local/share/keyrings',
].flatMap((line) => line.split(' '));

/*
 * Every address leads to loopback (`local default`), so that whoever is connected to is the laboratory. Sockets in /run
 * reach programs outside, which have a network: none of them is seen. /etc is the machine's, but for what the run brings.
 */
const setUp = `set -e
lab=$1; shift
mount -t tmpfs tmpfs /run
mount --rbind /etc "$lab/machine"
mount --rbind "$lab/etc" /etc
while IFS= read -r place; do
  if [ -d "$place" ]; then mount -t tmpfs tmpfs "$place"; else mount --bind /dev/null "$place"; fi
done < "$lab/private"
ip link set lo up
ip route add local default dev lo
ip -6 route add local default dev lo 2>/dev/null || true
exec "$@"
`;

/**
 * Starts a program in namespaces of its own: no network but loopback, no process of others in sight, no socket of others.
 * When it ends, or whoever started it does, everything that runs in there ends.
 */
export function startIsolated(place: Place, command: readonly string[]): ChildProcess {
  layOut(place);
  const kinds = ['--user', '--map-root-user', '--net', '--ipc', '--mount', '--pid', '--fork', '--kill-child=KILL'];
  const words = [...kinds, '--mount-proc', 'sh', '-c', setUp, 'sh', place.folder, ...command];
  return spawn('unshare', words, { stdio: ['pipe', 'ignore', 'pipe'], env: { PATH: process.env['PATH'] ?? '' } });
}

/**
 * @throws endpoint_probe_tool_missing, endpoint_probe_not_isolated where the system does not allow such namespaces
 */
export async function requireIsolation(): Promise<void> {
  if (process.platform !== 'linux') throw endpointError('endpoint_probe_not_isolated', { reason: process.platform });
  const missing = neededTools.filter((tool) => findOnPath(tool) === undefined);
  if (missing.length > 0) throw endpointError('endpoint_probe_tool_missing', { tools: missing.join(', ') });
  const folder = mkdtempSync(join(tmpdir(), 'octroi-probe-'));
  const child = startIsolated({ folder, hidden: [], files: {}, program: folder }, ['true']);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0) throw endpointError('endpoint_probe_not_isolated', { reason: said.trim().split('\n').at(-1) ?? '' });
}

/** The path of a program that PATH names; undefined where it names none. */
export function findOnPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function layOut({ folder, hidden, files, program }: Place): void {
  const etc = join(folder, 'etc');
  if (existsSync(etc)) return;
  mkdirSync(etc);
  mkdirSync(join(folder, 'machine'));
  const own = {
    'resolv.conf': 'nameserver 127.0.0.1\noptions timeout:2 attempts:1\n',
    hosts: '127.0.0.1 localhost\n::1 localhost\n',
    'nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files dns\n',
    ...files,
  };
  const taken = new Set([...Object.keys(own).map((path) => path.split('/')[0]), ...hidden]);
  for (const name of readdirSync('/etc'))
    if (!taken.has(name)) symlinkSync(join(folder, 'machine', name), join(etc, name));
  for (const [path, text] of Object.entries(own)) {
    mkdirSync(join(etc, path, '..'), { recursive: true });
    writeFileSync(join(etc, path), text);
  }
  const real = existsSync(program) ? realpathSync(program) : program;
  writeFileSync(
    join(folder, 'private'),
    privateOn([real, program, folder])
      .map((path) => `${path}\n`)
      .join(''),
  );
}

function privateOn(needed: readonly string[]): readonly string[] {
  const homes = [...new Set([homedir(), userInfo().homedir])];
  return homes
    .flatMap((home) => privatePlaces.map((place) => join(home, place)))
    .filter((path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined && existsSync(path))
    .filter((path) => !needed.some((one) => one.startsWith(`${path}/`)));
}

/**
 * Ends whatever still carries the run's mark in its environment, where no namespace does it: on Linux, by /proc. Returns
 * when nothing does any more, or after two seconds.
 */
export async function endMarked(mark: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const deadline = Date.now() + 2_000;
  while (endOnce(mark) > 0 && Date.now() < deadline) await delay(20);
}

function endOnce(mark: string): number {
  let found = 0;
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    try {
      if (!readFileSync(`/proc/${name}/environ`, 'latin1').includes(mark)) continue;
      process.kill(pid, 'SIGKILL');
      found += 1;
    } catch {
      // Somebody else's, or it has ended meanwhile.
    }
  }
  return found;
}
