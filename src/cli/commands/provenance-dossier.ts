import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { proveRecord, signingKeysOf } from '../../ledger/index.ts';
import { archiveOf } from '../../documents/index.ts';
import { type Contested, dossierFiles, type DossierRecord } from '../../evidence/index.ts';
import { cliText } from '../../messages/index.ts';
import type { Addition } from '../../provenance/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import type { Invocation, Run } from '../command.ts';
import { cliError } from '../errors.ts';
import { readVerifier } from '../evidence/open-packs.ts';
import { withInstallation } from '../options.ts';
import { openPolicyFolder } from '../policy/read-policy-folder.ts';
import { lifetimesOf } from '../retention/open-retention.ts';
import { readAdditions } from '../provenance/read-additions.ts';
import { trace, type Traced } from '../provenance/trace.ts';
import { integerOption, textOption } from '../read-options.ts';
import { makeSequencer } from '../run-log.ts';
import type { Installation } from '../wire.ts';

export const provenanceDossier: Run = async (invocation) => {
  const { terminal, options, words } = invocation;
  const [from, to] = [integerOption(options, 'from', 1), integerOption(options, 'to', Number.MAX_SAFE_INTEGER)];
  if (from < 1 || to < from) throw cliError('cli_option_invalid', { option: '--to', value: to });
  const out = textOption(options, 'out') ?? 'octroi-dossier.zip';
  const whole = await linesOf(invocation);
  const passage = within(whole, from, to);
  if (passage.length === 0) throw cliError('cli_passage_empty', { file: words[0] ?? '', from, to });
  await withInstallation(invocation, async (installation) => {
    // What waits is logged first, so that it can be proven.
    await makeSequencer(installation, () => {}).round();
    const traced = await trace(installation, passage);
    const zip = archiveOf(
      dossierFiles({
        file: words[0] ?? '',
        from,
        to,
        madeAt: new Date(),
        language: terminal.language,
        catalogue: await loadCatalogue(installation.settings),
        exchanges: traced.exchanges.map((exchange) => contested(exchange, traced)),
        shares: traced.shares,
        records: await recordsOf(installation, traced),
        keys: await signingKeysOf(installation.tenancy.store, installation.tenant.id),
        keptDays: await keptDays(invocation, installation),
        verifier: await readVerifier(),
      }),
    );
    await writeFile(out, zip, { flag: 'wx', mode: 0o600 }).catch((fault: unknown) => {
      throw cliError('cli_file_unwritable', { file: out }, fault);
    });
    const done = { file: out, bytes: zip.length, exchanges: traced.exchanges.length };
    terminal.print(terminal.isJson ? JSON.stringify(done) : cliText(terminal.language, 'provenanceDossier.done', done));
  });
};

async function linesOf({ options, words }: Invocation): Promise<readonly Addition[]> {
  const repository = resolve(textOption(options, 'repository') ?? '.');
  return readAdditions({ repository, what: words[0] ?? '', now: new Date() });
}

function within(additions: readonly Addition[], from: number, to: number): readonly Addition[] {
  return additions
    .map((addition) => ({ ...addition, lines: addition.lines.filter(({ number }) => number >= from && number <= to) }))
    .filter(({ lines }) => lines.length > 0);
}

// What stands beside an exchange's lines in the passage is what it was combined with.
function contested(exchange: Traced['exchanges'][number], { shares }: Traced): Contested {
  const { by } = shares;
  const own = exchange.verbatim + exchange.edited;
  return { ...exchange, other: by.other + by.verbatim + by.edited - own };
}

async function keptDays({ terminal }: Invocation, { settings }: Installation): Promise<number> {
  const { policy } = await openPolicyFolder(terminal.language, settings.policy.folder || undefined);
  return lifetimesOf(policy.configuration).classes.declaration;
}

async function recordsOf({ tenancy, tenant }: Installation, { exchanges }: Traced): Promise<readonly DossierRecord[]> {
  const proofs: DossierRecord[] = [];
  for (const id of exchanges.flatMap(({ records }) => records))
    proofs.push({ id, proof: await proveRecord(tenancy, tenant.id, id) });
  return proofs;
}
