import { type Catalogue, type Fact, type PlanTerms, type Vendor } from '../../catalogue/index.ts';
import { catalogueText, cliText } from '../../messages/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import { criterionWord, inLanguage, valueWord } from '../catalogue/words.ts';
import type { Run, Terminal } from '../command.ts';
import { cliError } from '../errors.ts';
import { settingsOf } from '../options.ts';
import { dayOption, textOption } from '../read-options.ts';
import { printTable } from '../print-table.ts';
import { type RecordedProbe, readRecordedProbes } from '../probe/recorded-probes.ts';

type View = { readonly terminal: Terminal; readonly catalogue: Catalogue; readonly on: Date };

export const catalogueShow: Run = async (invocation) => {
  const { options, terminal } = invocation;
  const settings = await settingsOf(invocation);
  const catalogue = await loadCatalogue(settings);
  const view = { terminal, catalogue, on: dayOption(options, 'on') ?? new Date() };
  if (!terminal.isJson) {
    const on = view.on.toISOString().slice(0, 10);
    terminal.print(`${cliText(terminal.language, 'catalogueShow.head', { version: catalogue.version, on })}\n`);
  }
  const vendor = vendorOption(catalogue, textOption(options, 'vendor'));
  const [plan, fact] = [textOption(options, 'plan'), textOption(options, 'fact')];
  if (fact !== undefined) return showFact(view, fact);
  if (options['claims'] === true) return showClaims(view);
  if (options['probes'] === true) return showProbes(view, await readRecordedProbes(settings));
  if (options['hosts'] === true) return showHosts(view, vendor);
  if (plan === undefined) return showPlans(view, vendor);
  if (!vendor) throw cliError('cli_option_missing', { option: '--vendor' });
  return showPlan(view, catalogue.plan(vendor.id, plan, view.on));
};

function vendorOption(catalogue: Catalogue, id: string | undefined): Vendor | undefined {
  if (id === undefined) return undefined;
  const vendor = catalogue.data.vendors.find((one) => one.id === id);
  if (!vendor) throw cliError('cli_option_invalid', { option: '--vendor', value: id });
  return vendor;
}

function showPlans({ terminal, catalogue, on }: View, vendor: Vendor | undefined): void {
  const { language } = terminal;
  const plans = catalogue.plans(on).filter((terms) => vendor === undefined || terms.vendor === vendor.id);
  const products = vendor?.products ?? [];
  if (terminal.isJson) return terminal.print(JSON.stringify({ version: catalogue.version, products, plans }));
  const word = (value: string): string => catalogueText(language, `value.${value}`);
  const rows = plans.map((terms) => [
    terms.vendor,
    terms.plan,
    catalogueText(language, `audience.${terms.audience}`),
    word(terms.businessUse),
    word(terms.training),
    word(terms.zdr.how),
    terms.contested.map((criterion) => criterionWord(terminal, criterion)).join(', ') || '–',
  ]);
  printTable(terminal, cliText(language, 'catalogueShow.plans', {}).split('|'), rows);
  if (products.length === 0) return undefined;
  terminal.print('');
  const lineage = products.map(({ id, name, supersededBy, endOfSupport, note }) => [
    id,
    name,
    supersededBy ?? '–',
    endOfSupport ?? '–',
    note ? inLanguage(terminal, note) : '–',
  ]);
  return printTable(terminal, cliText(language, 'catalogueShow.products', {}).split('|'), lineage);
}

function showPlan({ terminal, catalogue }: View, terms: PlanTerms): void {
  const { language } = terminal;
  const sources = terms.facts.map(({ id }) => catalogue.sourceOf(id));
  if (terminal.isJson) return terminal.print(JSON.stringify({ version: catalogue.version, ...terms, sources }));
  const { name, vendor, plan } = terms;
  const audience = catalogueText(language, `audience.${terms.audience}`);
  const status = catalogueText(language, `status.${terms.status}`);
  terminal.print(cliText(language, 'catalogueShow.plan', { name, vendor, plan, audience, status }));
  const { supersededBy, endOfSupport } = terms;
  if (supersededBy !== undefined)
    terminal.print(cliText(language, 'catalogueShow.successor', { plan: supersededBy, end: endOfSupport ?? '–' }));
  const criteria = terms.contested.map((criterion) => criterionWord(terminal, criterion)).join(', ');
  if (criteria !== '') terminal.print(cliText(language, 'catalogueShow.contested', { criteria }));
  terminal.print('');
  const rows = terms.facts.map((fact, index) => [
    criterionWord(terminal, fact.criterion),
    fact.feature ?? [...(fact.models ?? []), ...(fact.features ?? [])].join(' '),
    `${valueWord(terminal, fact)}${fact.conflictsWith ? ' ≠' : ''}`,
    fact.validFrom,
    catalogueText(language, `confidence.${fact.confidence}`),
    sources[index]?.datedOn ?? '',
    fact.id,
  ]);
  return printTable(terminal, cliText(language, 'catalogueShow.facts', {}).split('|'), rows);
}

function showFact({ terminal, catalogue }: View, id: string): void {
  const fact = catalogue.fact(id);
  const source = catalogue.sourceOf(id);
  if (!fact || !source) throw cliError('cli_option_invalid', { option: '--fact', value: id });
  if (terminal.isJson) return terminal.print(JSON.stringify({ version: catalogue.version, ...fact, source }));
  const { language } = terminal;
  const say = (key: string, args: Record<string, string>): void => terminal.print(cliText(language, key, args));
  say('catalogueShow.fact', {
    fact: id,
    criterion: criterionWord(terminal, fact.criterion),
    value: valueWord(terminal, fact),
    plans: fact.plans.join(', '),
    from: `${fact.startIsUnknown ? '≤ ' : ''}${fact.validFrom}`,
    to: fact.validTo ?? '…',
    confidence: catalogueText(language, `confidence.${fact.confidence}`),
    review: fact.reviewBy,
    url: source.url,
    dated: source.datedOn,
    read: source.readOn,
  });
  if (fact.note) say('catalogueShow.note', { note: inLanguage(terminal, fact.note) });
  for (const other of contradicting(catalogue, fact)) {
    const url = catalogue.sourceOf(other.id)?.url ?? '';
    say('catalogueShow.conflict', { fact: other.id, value: valueWord(terminal, other), url });
  }
  for (const { passage, collection, service, terms, recordedAt, region } of fact.anchors ?? [])
    say('catalogueShow.anchor', { passage, collection, service, terms, at: recordedAt.slice(0, 10), region });
}

function contradicting(catalogue: Catalogue, { conflictsWith = [] }: Fact): readonly Fact[] {
  return conflictsWith.map((id) => catalogue.fact(id)).filter((other) => other !== undefined);
}

function showClaims({ terminal, catalogue, on }: View): void {
  const claims = catalogue.claims(on);
  if (terminal.isJson) return terminal.print(JSON.stringify({ version: catalogue.version, claims }));
  for (const { id, verdict, statement, evidence, validFrom, facts } of claims) {
    terminal.print(
      `${catalogueText(terminal.language, `verdict.${verdict}`).toUpperCase()}: ${inLanguage(terminal, statement)}`,
    );
    terminal.print(`  ${inLanguage(terminal, evidence)}`);
    terminal.print(`  [${[id, validFrom, ...facts].join(' · ')}]\n`);
  }
}

function showHosts({ terminal, catalogue, on }: View, vendor: Vendor | undefined): void {
  const hosts = catalogue.hosts(on).filter((host) => vendor === undefined || host.vendor === vendor.id);
  if (terminal.isJson) return terminal.print(JSON.stringify({ version: catalogue.version, hosts }));
  const rows = hosts.map((host) => [
    host.pattern,
    host.operator,
    host.purpose,
    host.isRequired ? '×' : '',
    host.plans?.join(' ') ?? '',
    host.note ? inLanguage(terminal, host.note) : '',
  ]);
  return printTable(terminal, cliText(terminal.language, 'catalogueShow.hosts', {}).split('|'), rows);
}

function showProbes({ terminal, catalogue }: View, recorded: readonly RecordedProbe[]): void {
  const { language } = terminal;
  const shipped = catalogue
    .clients()
    .flatMap(({ id: client, probes = [] }) => probes.map((record) => ({ client, record, from: 'shipped' as const })));
  const all = [...shipped, ...recorded.map((one) => ({ ...one, from: 'here' as const }))];
  if (terminal.isJson) return terminal.print(JSON.stringify({ version: catalogue.version, probes: all }));
  const froms = { shipped: 'catalogueShow.probeShipped', here: 'catalogueShow.probeHere' } as const;
  const rows = all.flatMap(({ client, record: { version, runs, validFrom }, from }) =>
    runs.flatMap(({ mode, reached }) => {
      const about = [client, version, cliText(language, `endpointProbe.mode.${mode}`, {})];
      return reached.map((line) => [...about, line, validFrom, cliText(language, froms[from], {})]);
    }),
  );
  return printTable(terminal, cliText(language, 'catalogueShow.probes', {}).split('|'), rows);
}
