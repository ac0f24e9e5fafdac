// What must be there before octroi runs: the packages, Node 24, the built console. Plain JavaScript for any Node ≥ 18,
// without a dependency: it is what installs them.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const neededMajor = 24;

const modules = join(root, 'node_modules');
const installedMark = join(modules, '.octroi-installed');
const consoleFolder = join(root, 'dist', 'console');
const builtMark = join(consoleFolder, '.octroi-built');

const isFrench = /^fr([_.@-]|$)/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** Picks the text in the language of the locale. */
export function say(english, french) {
  return isFrench ? french : english;
}

/** Installs the packages where they are missing or older than the lock file. */
export async function ensurePackages() {
  const wanted = digest([join(root, 'package-lock.json')]);
  if (existsSync(installedMark) && readFileSync(installedMark, 'utf8') === wanted) return;
  await step({
    doing: say('Installing the packages (a minute at most)', 'Installation des paquets (une minute au plus)'),
    command: npmCommand(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']),
    failed: say(
      'npm could not install the packages. Check that the npm registry can be reached (npm ping), that this folder is writable and that the disk has 1 GB free; then run the command again.',
      'npm n’a pas pu installer les paquets. Vérifiez que le registre npm est joignable (npm ping), que ce dossier est inscriptible et que le disque a 1 Go de libre ; puis relancez la commande.',
    ),
  });
  writeFileSync(installedMark, wanted);
}

/** The Node that runs octroi: this one if it is new enough, or else the one that came with the packages. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= neededMajor) return process.execPath;
  const bundled = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  const answer = existsSync(bundled) ? spawnSync(bundled, ['--version'], { encoding: 'utf8' }) : undefined;
  if (answer?.status === 0) return bundled;
  throw new GroundFault(
    say(
      `octroi runs on Node ${neededMajor}; this is ${process.version}, and npm has no Node ${neededMajor} for ${process.platform}-${process.arch}. Install Node ${neededMajor} LTS, then run the command again.`,
      `octroi tourne sur Node ${neededMajor} ; voici ${process.version}, et npm n’a pas de Node ${neededMajor} pour ${process.platform}-${process.arch}. Installez Node ${neededMajor} LTS, puis relancez la commande.`,
    ),
  );
}

/** Builds the console where its sources have changed since. */
export async function ensureConsole(node) {
  const wanted = digest(consoleSources());
  if (existsSync(builtMark) && readFileSync(builtMark, 'utf8') === wanted) return;
  await step({
    doing: say('Building the console', 'Construction de la console'),
    command: [node, join(modules, 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    failed: say(
      'The console could not be built; the lines above say why.',
      'La console n’a pas pu être construite ; les lignes ci-dessus disent pourquoi.',
    ),
  });
  writeFileSync(builtMark, wanted);
}

/** Something that must be mended before octroi can run, said in words. */
export class GroundFault extends Error {}

/** Runs a program with Node 24 first on its path, and ends with its exit code. Signals go to it. */
export function become(node, args) {
  const env = { ...process.env, PATH: `${dirname(node)}:${join(modules, '.bin')}:${process.env.PATH ?? ''}` };
  const child = spawn(node, args, { cwd: process.cwd(), stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

/** Runs a step to its end, telling that it is under way; its output is shown when it fails. */
export async function step({ doing, command, failed }) {
  const startedAt = Date.now();
  process.stderr.write(`octroi: ${doing}…\n`);
  const beat = setInterval(
    () => process.stderr.write(`octroi: … ${Math.round((Date.now() - startedAt) / 1000)} s\n`),
    10_000,
  );
  const { code, output } = await run(command);
  clearInterval(beat);
  if (code !== 0) throw new GroundFault(`${output.trim()}\n\noctroi: ${failed}`);
  process.stderr.write(`octroi: ${say('done in', 'fait en')} ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
}

function run([program, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
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

// npm names its own program to what it runs; started without npm, the one on the path is taken.
function npmCommand(args) {
  const program = process.env.npm_execpath;
  return program?.endsWith('.js') ? [process.execPath, program, ...args] : ['npm', ...args];
}

function consoleSources() {
  const folders = ['src/console', 'src/messages', 'src/console-api'].map((folder) => join(root, folder));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
  return [...[...files].sort(), join(root, 'vite.config.ts'), join(root, 'package-lock.json')];
}

function digest(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
