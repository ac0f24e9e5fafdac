import { readFile } from 'node:fs/promises';
import {
  type Catalogue,
  changedPlanAnswers,
  compareEntries,
  type Moment,
  openCatalogue,
  openSignedCatalogue,
  reviewCatalogue,
  shippedData,
} from '../../catalogue/index.ts';
import { cliText } from '../../messages/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import { printChanges } from '../catalogue/print-changes.ts';
import { exitCodes, type Run } from '../command.ts';
import { cliError } from '../errors.ts';
import { settingsOf } from '../options.ts';
import { dayOption } from '../read-options.ts';
import { printTable } from '../print-table.ts';
import type { Settings } from '../settings/settings.ts';

export const catalogueDiff: Run = async (invocation) => {
  const { options, terminal, words } = invocation;
  const settings = await settingsOf(invocation);
  const on = dayOption(options, 'on') ?? new Date();
  const [before, after] = [await momentOf(words[0] ?? '', on, settings), await momentOf(words[1] ?? '', on, settings)];
  const changes = compareEntries(entriesAt(before), entriesAt(after));
  const answers = changedPlanAnswers(before, after);
  if (terminal.isJson) return terminal.print(JSON.stringify({ answers, changes }));
  if (changes.length + answers.length === 0)
    return terminal.remark(cliText(terminal.language, 'catalogueDiff.none', {}));
  return printChanges(terminal, changes, answers);
};

type Side = Moment & { readonly isDay: boolean };

// A day is the catalogue in force as of that day; anything else is a whole catalogue.
async function momentOf(word: string, on: Date, settings: Settings): Promise<Side> {
  if (/^\d{4}-\d{2}-\d{2}$/.test(word)) {
    const day = dayOption({ word }, 'word') ?? on;
    return { catalogue: await loadCatalogue(settings), on: day, isDay: true };
  }
  if (word === 'current') return { catalogue: await loadCatalogue(settings), on, isDay: false };
  if (word === 'shipped') return { catalogue: openCatalogue(shippedData), on, isDay: false };
  return { catalogue: await readCatalogueFile(word, settings), on, isDay: false };
}

function entriesAt({ catalogue, on, isDay }: Side): ReturnType<Catalogue['entries']> {
  return isDay ? catalogue.entries(on) : catalogue.entries();
}

async function readCatalogueFile(file: string, settings: Settings): Promise<Catalogue> {
  const text = await readFile(file, 'utf8').catch((fault: unknown) => {
    throw cliError('cli_file_unreadable', { file }, fault);
  });
  return isUnsigned(text) ? openCatalogue(JSON.parse(text)) : openSignedCatalogue(text, settings.catalogue.keys);
}

function isUnsigned(text: string): boolean {
  try {
    return 'vendors' in (JSON.parse(text) as object);
  } catch {
    // No JSON at all: opening it as a signed file says so.
    return false;
  }
}

export const catalogueCheck: Run = async (invocation) => {
  const { options, terminal } = invocation;
  const { language } = terminal;
  const catalogue = await loadCatalogue(await settingsOf(invocation));
  const review = reviewCatalogue(catalogue, dayOption(options, 'on') ?? new Date());
  const outcome = review.overdue.length > 0 ? exitCodes.refused : undefined;
  if (terminal.isJson) {
    terminal.print(JSON.stringify({ version: catalogue.version, digest: catalogue.digest, ...review }));
    return outcome;
  }
  const { entries, sources, on, confidence, contradictions, overdue, nextReviewBy } = review;
  const counts = { version: catalogue.version, entries, sources, on, ...confidence, next: nextReviewBy ?? '–' };
  terminal.print(cliText(language, 'catalogueCheck.done', counts));
  const pairs = contradictions.map(([one, other]) => `${one} ≠ ${other}`).join(', ');
  terminal.print(cliText(language, 'catalogueCheck.contradictions', { count: contradictions.length, pairs }));
  if (outcome === undefined) return outcome;
  terminal.remark(cliText(language, 'catalogueCheck.overdue', { count: overdue.length }));
  const rows = overdue.map(({ key, reviewBy, url }) => [key, reviewBy, url]);
  printTable(terminal, cliText(language, 'catalogueCheck.columns', {}).split('|'), rows);
  return outcome;
};
