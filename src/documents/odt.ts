import type { TextBlock, TextDocument, TextItem } from '../base/index.ts';
import { escapeMarkup } from './escape-markup.ts';
import { openDocument } from './open-document.ts';

/** A text as OpenDocument 1.3 (ISO/IEC 26300), to be edited and signed. The same document gives the same bytes. */
export function writeOdt(document: TextDocument): Buffer {
  return openDocument({
    sort: 'text',
    automaticStyles,
    styles: stylesIn(document.language),
    body: bodyOf(document),
    meta: `<dc:title>${escapeMarkup(document.title)}</dc:title><dc:language>${localeOf(document.language).join('-')}</dc:language><meta:generator>octroi</meta:generator>`,
  });
}

function bodyOf({ title, subtitle, origin, blocks }: TextDocument): string {
  const under = origin.map((line) => paragraph(line, 'Origin'));
  return [heading(title, 1), paragraph(subtitle, 'Subtitle'), ...under, ...blocks.map(blockOf)].join('');
}

function blockOf(block: TextBlock, index: number): string {
  switch (block.kind) {
    case 'heading':
      return heading(block.text, 2);
    case 'paragraph':
      return paragraph(block.text, 'Text_20_body');
    case 'list':
      return `<text:list text:style-name="Dashes">${block.items.map(item).join('')}</text:list>`;
    case 'table':
      return table(block, index);
  }
}

function heading(text: string, level: 1 | 2): string {
  return `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${inline(text)}</text:h>`;
}

function paragraph(text: string, style: string): string {
  return `<text:p text:style-name="${style}">${inline(text)}</text:p>`;
}

function item({ text, note }: TextItem): string {
  const under = note === undefined ? '' : paragraph(note, 'Note');
  return `<text:list-item>${paragraph(text, 'Text_20_body')}${under}</text:list-item>`;
}

function table({ columns, rows }: Extract<TextBlock, { kind: 'table' }>, index: number): string {
  const row = (cells: readonly string[], style: string): string =>
    `<table:table-row>${columns.map((_, at) => cell(cells[at] ?? '', style)).join('')}</table:table-row>`;
  const header = `<table:table-header-rows>${row(columns, 'Table_20_Heading')}</table:table-header-rows>`;
  return `<table:table table:name="Table${index}" table:style-name="table"><table:table-column table:number-columns-repeated="${Math.max(1, columns.length)}"/>${header}${rows.map((cells) => row(cells, 'Table_20_Contents')).join('')}</table:table>${paragraph('', 'Note')}`;
}

function cell(text: string, style: string): string {
  return `<table:table-cell table:style-name="cell" office:value-type="string">${paragraph(text, style)}</table:table-cell>`;
}

// White space runs together in OpenDocument (1.3, part 3, §6.1.2); a line break has an element of its own.
function inline(text: string): string {
  return escapeMarkup(text).replaceAll(/\r\n|\r|\n/g, '<text:line-break/>');
}

function localeOf(language: TextDocument['language']): readonly [string, string] {
  return language === 'fr' ? ['fr', 'FR'] : ['en', 'GB'];
}

const automaticStyles =
  '<style:style style:name="table" style:family="table"><style:table-properties style:width="17cm" fo:margin-top="0.2cm" table:align="margins"/></style:style>' +
  '<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.12cm" fo:border="0.5pt solid #c9d0d8" style:vertical-align="top"/></style:style>' +
  '<text:list-style style:name="Dashes"><text:list-level-style-bullet text:level="1" text:bullet-char="–"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="0.6cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>';

type Named = { readonly name: string; readonly text: string; readonly box: string };

// The names are those LibreOffice has for such paragraphs, so that a company’s template fits.
const paragraphStyles: readonly Named[] = [
  { name: 'Text_20_body', text: 'fo:font-size="10.5pt"', box: 'fo:margin-bottom="0.18cm"' },
  { name: 'Subtitle', text: 'fo:font-size="12pt" fo:color="#5b6673"', box: 'fo:margin-bottom="0.3cm"' },
  { name: 'Origin', text: 'fo:font-size="9pt" fo:color="#5b6673"', box: '' },
  { name: 'Note', text: 'fo:font-size="8.5pt" fo:color="#5b6673"', box: 'fo:margin-bottom="0.12cm"' },
  { name: 'Table_20_Heading', text: 'fo:font-size="9pt" fo:font-weight="bold"', box: '' },
  { name: 'Table_20_Contents', text: 'fo:font-size="9pt"', box: '' },
];

const headingStyles = [
  { level: 1, size: '20pt', above: '0cm' },
  { level: 2, size: '13pt', above: '0.5cm' },
] as const;

function stylesIn(language: TextDocument['language']): string {
  const [code, country] = localeOf(language);
  const usual = `<style:default-style style:family="paragraph"><style:text-properties fo:language="${code}" fo:country="${country}" fo:font-size="10.5pt"/></style:default-style>`;
  const named = paragraphStyles.map(
    ({ name, text, box }) =>
      `<style:style style:name="${name}" style:display-name="${name.replaceAll('_20_', ' ')}" style:family="paragraph"><style:paragraph-properties ${box}/><style:text-properties ${text}/></style:style>`,
  );
  const headings = headingStyles.map(
    ({ level, size, above }) =>
      `<style:style style:name="Heading_20_${level}" style:display-name="Heading ${level}" style:family="paragraph" style:default-outline-level="${level}"><style:paragraph-properties fo:margin-top="${above}" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="${size}" fo:font-weight="bold"/></style:style>`,
  );
  const page =
    '<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"/></office:master-styles>';
  return `<office:styles>${usual}${[...named, ...headings].join('')}</office:styles>${page}`;
}
