import type { TextBlock, TextItem } from '../base/index.ts';
import type { Notice } from './write-notice.ts';

/**
 * A notice as Markdown (CommonMark with tables): each paragraph, item and row on one line, so that Git and
 * `octroi notice diff` compare them. The first line says for programs what it was written from.
 */
export function noticeMarkdown(notice: Notice): string {
  const { title, subtitle, origin } = notice.document;
  const head = [
    markOf(notice),
    `# ${plain(title)}`,
    plain(subtitle),
    origin.map((line) => `- ${plain(line)}`).join('\n'),
  ];
  return `${[...head, ...blocksOf(notice)].join('\n\n')}\n`;
}

/** What a notice says, passage by passage, as Markdown has it: what stands under its title and its origin. */
export function passagesOf(notice: Notice): readonly string[] {
  return linesIn(blocksOf(notice).join('\n'));
}

/** The lines of a text that say something: the one under a table’s headings does not. */
export function linesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !/^\|( --- \|)+$/.test(line));
}

function markOf({ kind, language, on, policyVersion, catalogueVersion }: Notice): string {
  return `<!-- octroi-notice ${kind} ${language} ${on} ${policyVersion} ${catalogueVersion} -->`;
}

function blocksOf({ document }: Notice): readonly string[] {
  return document.blocks.map(blockText);
}

function blockText(block: TextBlock): string {
  switch (block.kind) {
    case 'heading':
      return `## ${plain(block.text)}`;
    case 'paragraph':
      return plain(block.text);
    case 'list':
      return block.items.map(itemText).join('\n');
    case 'table':
      return [block.columns, block.columns.map(() => '---'), ...block.rows].map(rowText).join('\n');
  }
}

function itemText({ text, note }: TextItem): string {
  return note === undefined ? `- ${plain(text)}` : `- ${plain(text)} — ${plain(note)}`;
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.map((cell) => (cell === '---' ? cell : plain(cell))).join(' | ')} |`;
}

// A text is one line in which no sign has a meaning: what people wrote into a policy is shown and sets nothing.
function plain(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\\`*_<>[\]|~&]/g, '\\$&')
    .replace(/^(\s*)([#+-]|\d+[.)])/, '$1\\$2');
}
