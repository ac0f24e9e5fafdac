import { canonicalJson, type Json, type TextBlock, type TextDocument } from '../base/index.ts';
import { writePdf } from './write-pdf.ts';

/** What is in the file beside the words: what wrote it, its day, and what programs are told of it. */
export type TextPdfOrder = { readonly author: string; readonly at: Date; readonly attachedSays: string };

/** A document of words as PDF/A-3a, with itself inside as JSON for programs. The same order gives the same bytes. */
export function writeTextPdf(document: TextDocument, { author, at, attachedSays }: TextPdfOrder): Buffer {
  const said: Json = JSON.parse(JSON.stringify(document));
  const shown: Json = JSON.parse(JSON.stringify({ ...document, blocks: document.blocks.map(withShares) }));
  return writePdf({ source, data: { document: shown, author, attachedSays }, attached: canonicalJson(said), at });
}

const [leastShare, mostShare] = [9, 45];

// A column takes its share of the page by its longest text, so that days do not stand as wide as sentences.
function withShares(block: TextBlock) {
  if (block.kind !== 'table') return block;
  const longest = (at: number): number =>
    Math.max(...[block.columns, ...block.rows].map((row) => row[at]?.length ?? 0));
  const shares = block.columns.map((_, at) => Math.min(mostShare, Math.max(leastShare, longest(at))));
  return { ...block, shares };
}

// All it says comes as JSON; nothing of others is ever source.
const source = `
#let data = json(bytes(sys.inputs.data))
#let says = data.document
#let faint = rgb("#5b6673")
#let line-colour = rgb("#c9d0d8")
#set document(title: says.title, author: data.author, description: says.subtitle, date: auto)
#set page(paper: "a4", margin: (x: 22mm, top: 24mm, bottom: 22mm), footer: context [
  #set text(size: 8.5pt, fill: faint)
  #says.title #h(1fr) #counter(page).display("1 / 1", both: true)
])
#set text(lang: says.language, font: "Libertinus Serif", size: 10.5pt, fill: rgb("#1d2733"), fallback: false)
#set par(leading: 0.62em, justify: false, linebreaks: "simple")
#set list(marker: [–], spacing: 0.8em)
#set table(stroke: none, inset: (x: 5pt, y: 4pt))
#show heading.where(level: 1): it => block(below: 0.6em, text(size: 20pt, it.body))
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.7em, sticky: true, text(size: 13pt, it.body))
#show table.cell.where(y: 0): set text(weight: "bold")
#pdf.attach("document.json", bytes(sys.inputs.attached), relationship: "data", mime-type: "application/json", description: data.attachedSays)

= #says.title
#text(size: 12pt, fill: faint, says.subtitle)

#for line in says.origin [
  #block(below: 0.5em, text(size: 9pt, fill: faint, line))
]

#let line-under = table.hline(stroke: 0.5pt + line-colour)
#for each in says.blocks {
  if each.kind == "heading" [
    == #each.text
  ] else if each.kind == "paragraph" [
    #par(each.text)
  ] else if each.kind == "list" {
    list(..each.items.map(item => if "note" in item [
      #item.text \\
      #text(size: 8.5pt, fill: faint, item.note)
    ] else [#item.text]))
  } else {
    set text(size: 9pt)
    table(
      columns: each.shares.map(share => share * 1fr),
      table.header(..each.columns),
      line-under,
      ..each.rows.map(row => (..row, line-under)).flatten(),
    )
  }
}
`;
