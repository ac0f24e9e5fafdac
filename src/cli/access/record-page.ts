import { escapeMarkup } from '../../base/index.ts';
import type { LedgerRecord } from '../../ledger/index.ts';
import { cliText, type Language } from '../../messages/index.ts';
import type { ClassState } from '../../retention/index.ts';
import type { PersonDescription } from '../../tenancy/index.ts';

export type AccessPage = {
  readonly language: Language;
  readonly madeAt: string;
  readonly person: PersonDescription;
  readonly classes: readonly Pick<ClassState, 'class' | 'days' | 'anchors'>[];
};

/** Yields a page of HTML, without script or anything from elsewhere, that tells a person what is held on them. */
export async function* accessPage(page: AccessPage, records: AsyncIterable<LedgerRecord>): AsyncGenerator<string> {
  const { language, madeAt, person, classes } = page;
  const say = (key: string, args = {}): string => escapeMarkup(cliText(language, `access.${key}`, args));
  yield `<!doctype html>\n<html lang="${language}">\n<meta charset="utf-8">\n<title>${say('title')}</title>\n<style>${style}</style>\n`;
  yield `<h1>${say('title')}</h1>\n<p>${say('intro', { madeAt })}</p>\n<h2>${say('person')}</h2>\n${tree(person)}\n`;
  yield `<h2>${say('lifetimes')}</h2>\n<p>${say('rights')}</p>\n<table>\n<tr><th>${say('class')}</th><th>${say('days')}</th><th>${say('source')}</th></tr>\n`;
  for (const each of classes) {
    const name = escapeMarkup(cliText(language, `retentionClass.${each.class}`, {}));
    const sources = each.anchors.map(({ title }) => escapeMarkup(title[language])).join('<br>');
    yield `<tr><td>${name}</td><td>${each.days}</td><td>${sources}</td></tr>\n`;
  }
  yield `</table>\n<h2>${say('records')}</h2>\n<p>${say('recordsIntro')}</p>\n`;
  for await (const record of records) {
    const { kind, recordedAt } = record;
    yield `<details><summary><time>${recordedAt}</time> ${say(`kind.${kind}`)}</summary>${tree(record)}</details>\n`;
  }
  yield '</html>\n';
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}td,th{border:1px solid;padding:.3rem;text-align:left;vertical-align:top}dt{font-weight:600}dd{margin-inline-start:1.5rem;overflow-wrap:anywhere}:root{color-scheme:light dark}';

// Names of members are those of the documented format: docs/reference/records.md.
function tree(value: unknown): string {
  if (value instanceof Date) return escapeMarkup(value.toISOString());
  if (Array.isArray(value))
    return value.length === 0 ? '–' : `<ol>${value.map((each) => `<li>${tree(each)}</li>`).join('')}</ol>`;
  if (typeof value !== 'object' || value === null)
    return value === null || value === undefined ? '–' : escapeMarkup(String(value));
  const members = Object.entries(value).map(([name, each]) => `<dt>${escapeMarkup(name)}</dt><dd>${tree(each)}</dd>`);
  return `<dl>${members.join('')}</dl>`;
}
