import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  kindOfCommit,
  sourceDocumentsOf,
  type TermsArchive,
  type TermsDocument,
  termsReader,
  type TermsVersion,
} from '../../catalogue/index.ts';
import { cliError } from '../errors.ts';

type WantedDocument = { readonly service: string; readonly terms: string };

/**
 * Reads an Open Terms Archive version repository with the `git` program: a folder, a bundle, or an address to clone.
 * Two processes read it all, however many versions there are.
 * @throws cli_git_missing, cli_archive_unreadable
 */
export async function readArchive(place: string, wanted: readonly WantedDocument[]): Promise<TermsArchive> {
  if (await isFolder(place)) return readRepository(place, place, wanted);
  const scratch = await mkdtemp(join(tmpdir(), 'octroi-archive-'));
  try {
    const copy = join(scratch, 'archive.git');
    await git(place, ['clone', '--quiet', '--bare', '--', place, copy]);
    return await readRepository(place, copy, wanted);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function isFolder(place: string): Promise<boolean> {
  try {
    return (await stat(place)).isDirectory();
  } catch {
    // No such path: an address, or a name `git clone` will complain about itself.
    return false;
  }
}

async function readRepository(
  place: string,
  repository: string,
  wanted: readonly WantedDocument[],
): Promise<TermsArchive> {
  const paths = new Map(wanted.map((document) => [`${document.service}/${document.terms}.md`, document]));
  const head = await headOf(place, repository);
  const records = await logOf(place, repository, head.commit);
  const found = records.flatMap((record) => {
    const document = paths.get(record.path);
    return document ? [{ ...record, document }] : [];
  });
  const texts = await readBlobs(place, repository, [...new Set(found.map(({ blob }) => blob))]);
  const documents = new Map<WantedDocument, { readonly versions: TermsVersion[] } & TermsDocument>();
  for (const { document, commit, at, kind, sourceDocuments, blob } of found) {
    const content = texts.get(blob);
    if (!content) continue;
    const entry = documents.get(document) ?? { ...document, versions: [] };
    entry.versions.push({ commit, at, kind, sourceDocuments, content });
    documents.set(document, entry);
  }
  return { place, namedCollection: collectionNamedBy(place), head, documents: [...documents.values()] };
}

// `genai-eu-versions.bundle`, `https://…/genai-contrib-versions.git`
function collectionNamedBy(place: string): string | undefined {
  return /^([a-z0-9][a-z0-9-]*)-versions(?:\.git|\.bundle)?$/.exec(basename(place))?.[1];
}

// A bundle of a branch alone has no HEAD: the newest commit of any branch is where it stands.
async function headOf(place: string, repository: string): Promise<TermsArchive['head']> {
  const newest = async (of: string): Promise<Buffer> =>
    git(place, ['-C', repository, 'log', '-1', '--format=%H %aI', of]);
  const output = await newest('HEAD').catch(() => newest('--branches'));
  const [commit = '', at = ''] = output.toString('utf8').trim().split(' ');
  if (commit === '') throw cliError('cli_archive_unreadable', { archive: place });
  return { commit, at: new Date(at).toISOString() };
}

type LogRecord = Pick<TermsVersion, 'commit' | 'at' | 'kind' | 'sourceDocuments'> & {
  readonly path: string;
  readonly blob: string;
};

// Names hold spaces and letters beyond ASCII: `-z` gives them as they are. Marks that no text holds part the fields.
const [recordMark, fieldMark, endMark] = ['\u0001', '\u0002', '\u0003'];

async function logOf(place: string, repository: string, commit: string): Promise<readonly LogRecord[]> {
  const format = `${recordMark}%H${fieldMark}%aI${fieldMark}%s${fieldMark}%b${endMark}`;
  const options = ['--raw', '--no-abbrev', '--no-renames', '--root', '-z', `--format=${format}`, commit];
  const output = (await git(place, ['-C', repository, 'log', ...options])).toString('utf8');
  return output.split(recordMark).slice(1).flatMap(readLogRecord);
}

function readLogRecord(text: string): readonly LogRecord[] {
  const [head = '', changes = ''] = text.split(endMark);
  const [commit = '', at = '', subject = '', body = ''] = head.split(fieldMark);
  const kind = kindOfCommit(subject);
  if (kind === undefined) return [];
  const fields = { commit, at: new Date(at).toISOString(), kind, sourceDocuments: sourceDocumentsOf(body) };
  return [...changes.matchAll(/:\d{6} \d{6} [0-9a-f]{40,64} ([0-9a-f]{40,64}) [AM]\0([^\0]+)\0/g)].map((match) => ({
    ...fields,
    blob: match[1] ?? '',
    path: match[2] ?? '',
  }));
}

type Texts = ReadonlyMap<string, TermsVersion['content']>;

async function readBlobs(place: string, repository: string, ids: readonly string[]): Promise<Texts> {
  const read = termsReader();
  const texts = new Map<string, TermsVersion['content']>();
  let waiting: Buffer = Buffer.alloc(0);
  // Taken as it comes: an archive's versions are 150 MB together, its distinct texts a few.
  const take = (chunk: Buffer): void => {
    waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    for (let blob = nextBlob(waiting); blob !== undefined; blob = nextBlob(waiting)) {
      texts.set(blob.id, read(blob.text));
      waiting = waiting.subarray(blob.end);
    }
  };
  await git(place, ['-C', repository, 'cat-file', '--batch'], { input: `${ids.join('\n')}\n`, take });
  // `ID missing`: a partial clone, of which nothing could be said.
  if (texts.size < ids.length) throw cliError('cli_archive_unreadable', { archive: place });
  return texts;
}

// `<id> blob <size>`, a line feed, the content, a line feed.
function nextBlob(bytes: Buffer): { id: string; text: string; end: number } | undefined {
  const start = bytes.indexOf(0x0a) + 1;
  if (start === 0) return undefined;
  const [id = '', , size = ''] = bytes.toString('latin1', 0, start - 1).split(' ');
  const end = start + Number(size);
  if (!(end < bytes.length)) return undefined;
  return { id, text: bytes.toString('utf8', start, end), end: end + 1 };
}

// An archive is foreign: no prompt, no pager, no transport that runs a program, and nothing of the caller's hooks.
const environment = {
  ...process.env,
  GIT_TERMINAL_PROMPT: '0',
  GIT_ALLOW_PROTOCOL: 'file:https:ssh',
  GIT_NO_LAZY_FETCH: '1',
  GIT_PAGER: 'cat',
  LC_ALL: 'C',
};

type Piping = { readonly input?: string; readonly take?: (chunk: Buffer) => void };

async function git(place: string, args: readonly string[], { input = '', take }: Piping = {}): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-c', 'core.fsmonitor=false', '-c', 'log.showSignature=false', ...args], {
      env: environment,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', take ?? ((chunk: Buffer) => chunks.push(chunk)));
    // A git that ends early closes its input; its exit code says what happened.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', (fault) => reject(cliError('cli_git_missing', {}, fault)));
    child.on('close', (code) =>
      code === 0 ? resolve(Buffer.concat(chunks)) : reject(cliError('cli_archive_unreadable', { archive: place })),
    );
  });
}
