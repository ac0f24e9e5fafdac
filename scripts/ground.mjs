// What must be there before octroi runs: the packages, Node 24, the built console. Plain JavaScript for any Node ≥ 18,
// without a dependency: it is what installs them.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const neededMajor = 24;

const modules = join(root, 'node_modules');
const installedMark = join(modules, '.octroi-installed');
const runtime = join(root, 'scripts', 'runtime');
const runtimeNode = join(runtime, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
const lockFolder = join(root, '.octroi-installing');
const consoleFolder = join(root, 'dist', 'console');
const builtMark = join(consoleFolder, '.octroi-built');

const isFrench = /^fr([_.@-]|$)/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** Picks the text in the language of the locale. */
export function say(english, french) {
  return isFrench ? french : english;
}

const npmFailed = say(
  'npm could not install the packages. Check that the npm registry can be reached (npm ping), that this folder is writable and that the disk has 1 GB free; then run the command again.',
  'npm n’a pas pu installer les paquets. Vérifiez que le registre npm est joignable (npm ping), que ce dossier est inscriptible et que le disque a 1 Go de libre ; puis relancez la commande.',
);
const installFlags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];

/*
 * The Node that runs octroi: this one if it is new enough, or else Node 24 from npm, brought here the first time. A Node of
 * an earlier octroi under node_modules does not count: installing the packages takes it away.
 */
export async function ensureNode() {
  if (Number(process.versions.node.split('.')[0]) >= neededMajor && !process.execPath.startsWith(join(modules, '/')))
    return process.execPath;
  if (!answers(runtimeNode)) await alone(async () => void (answers(runtimeNode) || (await bringNode())));
  if (answers(runtimeNode)) return runtimeNode;
  throw new GroundFault(
    say(
      `octroi runs on Node ${neededMajor}; this is ${process.version}, and npm has no Node ${neededMajor} for ${process.platform}-${process.arch}. Install Node ${neededMajor} LTS, then run the command again.`,
      `octroi tourne sur Node ${neededMajor} ; voici ${process.version}, et npm n’a pas de Node ${neededMajor} pour ${process.platform}-${process.arch}. Installez Node ${neededMajor} LTS, puis relancez la commande.`,
    ),
  );
}

function bringNode() {
  return step({
    doing: say(
      `Bringing Node ${neededMajor} (this is ${process.version}, at ${process.execPath})`,
      `Installation de Node ${neededMajor} (voici ${process.version}, dans ${process.execPath})`,
    ),
    command: npmCommand(process.execPath, installFlags),
    folder: runtime,
    failed: npmFailed,
  });
}

function answers(program) {
  return existsSync(program) && spawnSync(program, ['--version']).status === 0;
}

/*
 * Installs the packages where they are missing or older than the lock file, by the Node that will run them: npm leaves
 * out optional packages, native bindings among them, that do not name the Node it runs on (seen with Node 18).
 */
export async function ensurePackages(node) {
  const wanted = digest([join(root, 'package-lock.json')]);
  if (isMarked(installedMark, wanted)) return;
  await alone(async () => {
    if (isMarked(installedMark, wanted)) return;
    await step({
      doing: say('Installing the packages (a minute at most)', 'Installation des paquets (une minute au plus)'),
      command: npmCommand(node, installFlags),
      node,
      failed: npmFailed,
    });
    writeFileSync(installedMark, wanted);
  });
}

/** Builds the console, and the verifier that packs of evidence carry, where their sources have changed since. */
export async function ensureConsole(node) {
  const wanted = digest(consoleSources());
  if (isMarked(builtMark, wanted)) return;
  await alone(async () => {
    if (isMarked(builtMark, wanted)) return;
    await step({
      doing: say('Building the console', 'Construction de la console'),
      command: [node, join(modules, 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
      failed: say(
        'The console could not be built; the lines above say why.',
        'La console n’a pas pu être construite ; les lignes ci-dessus disent pourquoi.',
      ),
    });
    await step({
      doing: say('Building the auditor’s verifier', 'Construction du vérificateur de l’auditeur'),
      command: [node, join(root, 'scripts', 'build-verifier.ts')],
      failed: say(
        'The verifier could not be built; the lines above say why.',
        'Le vérificateur n’a pas pu être construit ; les lignes ci-dessus disent pourquoi.',
      ),
    });
    writeFileSync(builtMark, wanted);
  });
}

function isMarked(mark, wanted) {
  return existsSync(mark) && readFileSync(mark, 'utf8') === wanted;
}

/*
 * Lets one command at a time bring what is missing: two that install into one folder break each other (seen: ENOTEMPTY,
 * and half of the packages). One that was killed leaves its lock behind; its number tells that it is gone.
 */
async function alone(work) {
  while (!takeLock()) await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    await work();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}

function takeLock() {
  try {
    mkdirSync(lockFolder);
    writeFileSync(join(lockFolder, 'process'), String(process.pid));
    return true;
  } catch (fault) {
    // A folder that cannot be written to: the step itself will say so, in words.
    if (fault.code !== 'EEXIST') return true;
    if (!isHolderThere()) rmSync(lockFolder, { recursive: true, force: true });
    return false;
  }
}

function isHolderThere() {
  try {
    return process.kill(Number(readFileSync(join(lockFolder, 'process'), 'utf8')) || 2 ** 30, 0);
  } catch (fault) {
    // Somebody else's process; or nobody stands in it yet, in the instant between the folder and its file.
    return fault.code === 'EPERM' || (existsSync(lockFolder) && Date.now() - statSync(lockFolder).mtimeMs < 2_000);
  }
}

// A reader that has seen enough (`2>&1 | head`) must not end us in the middle of an installation.
process.stderr.on('error', () => {});

/** Something that must be mended before octroi can run, said in words. */
export class GroundFault extends Error {}

/*
 * How Node runs octroi. Its young generation may otherwise grow to 3 x 32 MB, which costs a fifth more CPU for each request
 * (caches) and 50 MB at a thousand open streams (both measured on Node 24.21).
 */
export const nodeFlags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16'];

/** Runs a program with Node 24 first on its path, and ends with its exit code. Signals go to it. */
export function become(node, args) {
  const child = spawn(node, args, { cwd: process.cwd(), stdio: 'inherit', env: environment(node) });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

/** Runs a step to its end, telling that it is under way; its output is shown when it fails. */
export async function step({ doing, command, failed, folder = root, node = process.execPath }) {
  const startedAt = Date.now();
  process.stderr.write(`octroi: ${doing}…\n`);
  const beat = setInterval(
    () => process.stderr.write(`octroi: … ${Math.round((Date.now() - startedAt) / 1000)} s\n`),
    10_000,
  );
  const { code, output } = await run(command, { folder, node });
  clearInterval(beat);
  if (code !== 0) throw new GroundFault(`${output.trim()}\n\noctroi: ${failed}`);
  process.stderr.write(`octroi: ${say('done in', 'fait en')} ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
}

function run([program, ...args], { folder, node }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: environment(node) });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (fault) => resolve({ code: 1, output: String(fault) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

// This Node before all others, so that what is started by name runs on it as well.
function environment(node) {
  return { ...process.env, PATH: `${dirname(node)}:${join(modules, '.bin')}:${process.env.PATH ?? ''}` };
}

// npm names its own program to what it runs; started without npm, the one on the path is taken.
function npmCommand(node, args) {
  const program = process.env.npm_execpath;
  return program?.endsWith('.js') ? [node, program, ...args] : ['npm', ...args];
}

function consoleSources() {
  const rooms = [
    'console',
    'messages',
    'console-api',
    'cli/auditor',
    'cli/verify',
    'ledger/tree',
    'ledger/verify',
    'base',
    'documents',
  ];
  const folders = rooms.map((room) => join(root, 'src', room));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
  return [
    ...[...files].sort(),
    join(root, 'vite.config.ts'),
    join(root, 'scripts', 'build-verifier.ts'),
    join(root, 'package-lock.json'),
  ];
}

function digest(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
