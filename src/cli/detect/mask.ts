import type { Finding, Span } from '../../detection/index.ts';

const mask = '••••••';
const around = 80;

/**
 * The line on which a finding begins, cut to what stands near it, with every value found on it replaced by a mask that
 * is the same for all: neither the value nor its length shows. Another occurrence of the value on the line is masked too.
 */
export function maskedLine(text: string, finding: Finding, all: readonly Finding[]): string {
  const lineStart = text.lastIndexOf('\n', finding.start - 1) + 1;
  const feed = text.indexOf('\n', finding.start);
  const lineEnd = feed === -1 ? text.length : feed;
  const from = Math.max(lineStart, finding.start - around);
  const to = Math.min(lineEnd, Math.max(finding.end, finding.start) + around);
  const here = all.filter(({ start, end }) => start < to && end > from);
  const masked = here.reduce(
    (line, span) => withoutValue(line, text, span),
    maskSpans(text, { start: from, end: to }, here),
  );
  const [before, after] = [from > lineStart ? '…' : '', to < lineEnd ? '…' : ''];
  return `${before}${printable(masked).trim()}${after}`;
}

function maskSpans(text: string, { start, end }: Span, spans: readonly Span[]): string {
  let line = '';
  let at = start;
  for (const span of spans) {
    line += text.slice(at, Math.max(at, span.start)) + mask;
    at = Math.max(at, span.end);
  }
  return line + text.slice(at, Math.max(at, end));
}

function withoutValue(line: string, text: string, { start, end }: Span): string {
  const value = text.slice(start, end);
  return value.length < 4 ? line : line.replaceAll(value, mask);
}

/** A text on one line: a file must not be able to move a terminal’s cursor, ring its bell or turn its text around. */
export function printable(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
}
