import { type Attributed, exchangeShares, sharesOf } from '../../provenance/index.ts';
import { gitText, runGit } from './run-git.ts';
import type { Traced } from './trace.ts';

const notes = 'refs/notes/octroi';

/** Writes a note for each commit of which lines came from an exchange, under `refs/notes/octroi`; returns how many. */
export async function writeNotes(repository: string, traced: Traced, now: Date): Promise<number> {
  const texts = notesOf(traced);
  if (texts.size === 0) return 0;
  const seconds = Math.floor(now.getTime() / 1000);
  const message = 'octroi provenance';
  const changes = [...texts].map(([commit, text]) => `N inline ${commit}\n${data(text)}`);
  const input = [
    `commit ${notes}\ncommitter octroi <octroi@localhost> ${seconds} +0000\n${data(message)}`,
    ...((await exists(repository)) ? [`from ${notes}^0\n`] : []),
    ...changes,
    'done\n',
  ].join('');
  await runGit({ repository, args: ['fast-import', '--quiet', '--done'], input });
  return texts.size;
}

function notesOf({ attributed, exchanges }: Traced): ReadonlyMap<string, string> {
  const told = new Map(exchanges.map((exchange) => [exchange.exchangeId, exchange]));
  const byCommit = Map.groupBy(attributed, ({ commit }) => commit);
  const texts = new Map<string, string>();
  for (const [commit, of] of byCommit) {
    const shares = exchangeShares(of);
    if (commit !== null && shares.length > 0) texts.set(commit, noteOf(of, told));
  }
  return texts;
}

function noteOf(of: readonly Attributed[], told: ReadonlyMap<string, Traced['exchanges'][number]>): string {
  const exchanges = exchangeShares(of).map(({ exchangeId, verbatim, edited, unsure }) => {
    const { vendor, plan, model, catalogueVersion } = told.get(exchangeId) ?? {};
    return { exchangeId, vendor, plan, model, catalogueVersion, verbatim, edited, unsure };
  });
  return `${JSON.stringify({ octroi: 'provenance/1', shares: sharesOf(of), exchanges })}\n`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

async function exists(repository: string): Promise<boolean> {
  return (await gitText({ repository, args: ['for-each-ref', '--format=%(refname)', notes] })) !== '';
}
