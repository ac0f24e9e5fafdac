import { escapeMarkup } from '../../base/index.ts';
import type { Language } from '../../messages/index.ts';
import { trainingFrameText } from '../../messages/index.ts';
import { trainingModules } from '../modules/modules.ts';
import { type ReadModule, readModule, type Teaching } from '../modules/read-module.ts';
import { reportScript } from './report-script.ts';
import { titlesOf } from './statements.ts';

export type PackageFile = { readonly name: string; readonly text: string };

/** The console’s own address, where questions are asked and answers scored. */
export type CoursePlace = Teaching & { readonly home: string };

const languages = ['en', 'fr'] as const;

/**
 * The modules as a cmi5 course for the company's own LMS, as files of a package: what there is to read, in both languages,
 * and a script that reports that it was read. Questions stay with octroi: an answer that lies in a package is no secret.
 * The module of what was refused is left out, since its numbers belong to nobody but the tenant.
 * cmi5: https://github.com/AICC/CMI-5_Spec_Current (read 2026-11-27).
 */
export function courseFiles(place: CoursePlace): readonly PackageFile[] {
  const modules = trainingModules.filter(({ id }) => id !== 'what-was-refused-here');
  const units = modules.flatMap((module) =>
    languages.map((language) => ({ language, read: readModule(module, language, place) })),
  );
  return [
    { name: 'cmi5.xml', text: structure(place, units) },
    { name: 'report.js', text: reportScript },
    ...units.map(({ language, read }) => ({ name: fileOf(language, read), text: page(place, language, read) })),
  ];
}

type Unit = { readonly language: Language; readonly read: ReadModule };

function fileOf(language: Language, { id }: ReadModule): string {
  return `${id}.${language}.html`;
}

function structure({ home }: CoursePlace, units: readonly Unit[]): string {
  const course = { en: 'AI assistants at work', fr: 'Les assistants d’IA au travail' };
  const blocks = units.map(
    ({
      language,
      read,
    }) => `  <au id="${escapeMarkup(`${home}/trainings/${read.id}/${language}`)}" moveOn="Completed" launchMethod="OwnWindow">
    <title><langstring lang="${language}">${escapeMarkup(read.title)}</langstring></title>
    <description><langstring lang="${language}">${escapeMarkup(read.summary)}</langstring></description>
    <url>${fileOf(language, read)}</url>
  </au>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${escapeMarkup(`${home}/trainings`)}">
    <title>${each(course)}</title>
    <description>${each(describe(units))}</description>
  </course>
${blocks.join('\n')}
</courseStructure>
`;
}

function describe(units: readonly Unit[]): Readonly<Record<Language, string>> {
  const ids = [...new Set(units.map(({ read }) => read.id))];
  const said = (language: Language): string => ids.map((id) => titlesOf(id)[language]).join(' · ');
  return { en: said('en'), fr: said('fr') };
}

function each(texts: Readonly<Record<Language, string>>): string {
  return languages
    .map((language) => `<langstring lang="${language}">${escapeMarkup(texts[language])}</langstring>`)
    .join('');
}

function page({ home }: CoursePlace, language: Language, read: ReadModule): string {
  const sections = read.sections.map(({ title, paragraphs }) => {
    const told = paragraphs.map(({ text, sources }) => {
      const places = sources.map(({ url, datedOn }) => `${escapeMarkup(url)} (${datedOn})`).join(' · ');
      return `<p>${escapeMarkup(text)}${places === '' ? '' : `<br><small>${places}</small>`}</p>`;
    });
    return `<h2>${escapeMarkup(title)}</h2>\n${told.join('\n')}`;
  });
  const go = trainingFrameText(language, 'packageGo', { address: `${home}/trainings/${read.id}` });
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(read.title)}</title>
<style>body{font:1.05rem/1.6 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}small{overflow-wrap:anywhere}:root{color-scheme:light dark}</style>
<main>
<h1>${escapeMarkup(read.title)}</h1>
<p>${escapeMarkup(read.summary)}</p>
${sections.join('\n')}
<p>${escapeMarkup(go)}</p>
<p><button type="button" id="done">${escapeMarkup(trainingFrameText(language, 'packageDone'))}</button> <span id="state" role="status"></span></p>
</main>
<script src="report.js"></script>
</html>
`;
}
