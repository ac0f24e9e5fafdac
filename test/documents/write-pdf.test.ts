import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable, writePdf } from '../../src/documents/index.ts';

const source = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(lang: "fr", font: "Libertinus Serif", fallback: false)
#pdf.attach("facts.json", bytes(sys.inputs.attached), relationship: "data", mime-type: "application/json", description: "facts")
= #data.title
#data.text
`;
const at = new Date('2026-11-27T14:00:00Z');

function written(text: string): Buffer {
  return writePdf({ source, data: { title: 'Été', text }, attached: '{"a":1}', at });
}

test('the same order gives the same bytes, and another text others', () => {
  const bytes = written('dit la chose');
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(written('dit la chose').equals(bytes)).toBe(true);
  expect(written('dit autre chose').equals(bytes)).toBe(false);
});

test('declares PDF/A-3a, is tagged and carries what was attached', () => {
  const text = written('dit la chose').toString('latin1');
  expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
  expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
  expect(text).toContain('/MarkInfo');
  expect(text).toContain('facts.json');
});

test('a document that a reader for the blind cannot read is refused', () => {
  const blind = `${source}\n#figure(rect(width: 1cm))`;
  expect(() => writePdf({ source: blind, data: { title: 'x', text: 'y' }, attached: '{}', at })).toThrow(/writePdf/);
});

test('text of others is shown and never set: no source, no letter that no font has', () => {
  expect(printable('élan 漢 🎉')).toBe('élan [U+6F22] [U+1F389]');
  expect(written('#panic("no") $x$ *b* 漢字 🎉 \u0000\uD800').length).toBeGreaterThan(1_000);
});

test('whatever a text holds, it can be set', () => {
  const all = Array.from({ length: 0x24ff }, (_, code) => String.fromCodePoint(code + 1)).join('');
  expect(written(all).length).toBeGreaterThan(1_000);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => written(text).length > 0),
    { numRuns: 8 },
  );
});
