import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { TextDocument } from '../../src/base/index.ts';
import { writeOdt, writeTextPdf } from '../../src/documents/index.ts';
import { filesIn } from '../support/stored-zip.ts';

const document: TextDocument = {
  language: 'fr',
  title: 'Notice <aux> salariés & autres',
  subtitle: 'sous-titre',
  origin: ['Politique : abc'],
  blocks: [
    { kind: 'heading', text: 'Un' },
    { kind: 'paragraph', text: 'deux\nlignes' },
    { kind: 'list', items: [{ text: 'un', note: 'https://example.test/a?b=1&c=2' }, { text: 'deux' }] },
    { kind: 'table', columns: ['a', 'b'], rows: [['1', '2'], ['3']] },
  ],
};
const pdfOrder = { author: 'octroi', at: new Date('2026-11-27T00:00:00Z'), attachedSays: 'itself' };

// Without a schema libxml2 says whether a text is XML at all.
async function isWellFormed(contents: string): Promise<boolean> {
  const { valid } = await validateXML({ xml: [{ fileName: 'content.xml', contents }], normalization: 'format' });
  return valid;
}

test('the same document gives the same ODT and the same PDF, another one others', () => {
  expect(writeOdt(document).equals(writeOdt(document))).toBe(true);
  expect(writeOdt({ ...document, title: 'x' }).equals(writeOdt(document))).toBe(false);
  expect(writeTextPdf(document, pdfOrder).equals(writeTextPdf(document, pdfOrder))).toBe(true);
  expect(writeTextPdf(document, pdfOrder).subarray(0, 5).toString()).toBe('%PDF-');
});

test('an ODT begins with its media type, and each of its files is well-formed', async () => {
  const bytes = writeOdt(document);
  expect(bytes.subarray(30, 77).toString()).toBe('mimetypeapplication/vnd.oasis.opendocument.text');
  const names = [...filesIn(bytes).keys()];
  expect(names).toEqual(['mimetype', 'META-INF/manifest.xml', 'content.xml', 'meta.xml', 'styles.xml']);
  for (const [name, text] of filesIn(bytes))
    if (name.endsWith('.xml')) expect([name, await isWellFormed(text)]).toEqual([name, true]);
  // That the reader looks at all.
  expect(await isWellFormed('<a><b></a>')).toBe(false);
  expect(filesIn(bytes).get('content.xml')).toContain('Notice &lt;aux&gt; salariés &amp; autres');
});

test('whatever a text holds, the ODT stays well-formed and the PDF can be set', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(text, async (said) => {
      const hostile: TextDocument = {
        ...document,
        title: said,
        origin: [said],
        blocks: [
          { kind: 'heading', text: said },
          { kind: 'paragraph', text: said },
          { kind: 'list', items: [{ text: said, note: said }] },
          { kind: 'table', columns: [said], rows: [[said]] },
        ],
      };
      for (const [name, xml] of filesIn(writeOdt(hostile)))
        if (name.endsWith('.xml')) expect([name, await isWellFormed(xml)]).toEqual([name, true]);
    }),
    { numRuns: 10 },
  );
  expect(writeTextPdf({ ...document, title: '#panic("no") *b* $x$ 漢\u0000' }, pdfOrder).length).toBeGreaterThan(1_000);
});
