/**
 * The summary as Typst sets it. All it says comes as JSON in `sys.inputs.data`; nothing of others is ever source. The fonts
 * are those the compiler brings, so that no machine sets it otherwise.
 */
export const summarySource = `
#let data = json(bytes(sys.inputs.data))
#let ink = rgb("#1d2733")
#let faint = rgb("#5b6673")
#let rule-colour = rgb("#c9d0d8")
#let colours = (met: rgb("#1b6e3c"), not_met: rgb("#a3261d"), unknown: rgb("#8a5a00"))
#let fills = (allow: rgb("#4d7ea8"), redact: rgb("#d09a2c"), block: rgb("#a3261d"))

#set document(title: data.title, author: data.author, description: data.subtitle, date: auto)
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 24mm, bottom: 22mm),
  header: context if counter(page).get().first() > 1 [
    #set text(size: 8.5pt, fill: faint)
    #data.title #h(1fr) #data.subtitle
  ],
  footer: context [
    #set text(size: 8.5pt, fill: faint)
    #data.footer #h(1fr) #counter(page).display("1 / 1", both: true)
  ],
)
#set text(lang: data.language, font: "Libertinus Serif", size: 10.5pt, fill: ink, fallback: false)
#set par(leading: 0.62em, justify: false, linebreaks: "simple")
#set list(marker: none, body-indent: 0pt, indent: 2pt)
#set table.cell(breakable: false)
#set table(stroke: none, inset: (x: 6pt, y: 5pt))
#show heading.where(level: 1): it => block(above: 1.6em, below: 0.8em, text(size: 14pt, it.body))
#show heading.where(level: 2): it => block(above: 1.3em, below: 0.5em, text(size: 11.5pt, it.body))
#show table.cell.where(y: 0): set text(weight: "bold", size: 9pt)
#pdf.attach("posture.json", bytes(sys.inputs.attached), relationship: "data", mime-type: "application/json", description: data.attached)

#let state-of(state) = text(fill: colours.at(state), weight: "bold", data.marks.at(state) + sym.space.nobreak + data.states.at(state))
#let line-under = table.hline(stroke: 0.5pt + rule-colour)

#text(size: 22pt, weight: "bold", data.title)
#v(-0.7em)
#text(size: 12pt, fill: faint, data.subtitle)

#v(0.4em)
#table(
  columns: (38mm, 1fr),
  ..data.facts.map(((name, value)) => (text(weight: "regular", fill: faint, size: 9.5pt, name), text(weight: "regular", size: 10pt, value))).flatten(),
)

= #data.headings.overview
#figure(
  kind: image,
  supplement: none,
  alt: data.overview.alt,
  stack(
    dir: ltr,
    ..data.overview.bars.filter(bar => bar.count > 0).map(bar => box(
      width: 100% * bar.count / data.overview.total,
      height: 9mm,
      fill: colours.at(bar.state),
      align(center + horizon, text(fill: white, weight: "bold", size: 10pt, str(bar.count))),
    ))
  ),
)
#text(size: 9.5pt, data.overview.says)

#for recommendation in data.first [
  == #recommendation.name
  #state-of(recommendation.state) #h(0.6em) #text(size: 9pt, fill: faint, recommendation.holds)
  #list(..recommendation.evidence.map(each => text(size: 9.8pt, each)))
]

= #data.headings.verdicts
#if data.verdicts.days.len() == 0 [#data.verdicts.none] else [
  #figure(
    kind: image,
    supplement: none,
    alt: data.verdicts.alt,
    block(width: 100%, height: 42mm, stack(
      dir: ltr,
      spacing: 0pt,
      ..data.verdicts.days.map(day => box(width: 100% / calc.max(data.verdicts.days.len(), 8), height: 42mm, inset: (x: 1.2pt), align(bottom, stack(
        dir: ttb,
        ..("block", "redact", "allow").filter(kind => day.at(kind) > 0).map(kind => rect(width: 100%, height: 38mm * day.at(kind) / data.verdicts.most, fill: fills.at(kind), stroke: none)),
      ))))
    )),
  )
  #text(size: 9pt)[
    #for (kind, says) in data.verdicts.legend [
      #box(baseline: 1pt, rect(width: 8pt, height: 8pt, fill: fills.at(kind), stroke: none)) #says #h(1em)
    ]
  ]

  #text(size: 9pt, fill: faint, data.verdicts.range)
]

= #data.headings.controls
#table(
  columns: (1fr, 25mm, 30mm),
  table.header(..data.columns.controls),
  line-under,
  ..data.controls.map(control => (
    [#control.name \\ #text(size: 8.5pt, fill: faint, control.clauses)],
    state-of(control.state),
    text(size: 9pt, control.holds),
    line-under,
  )).flatten(),
)

= #data.headings.gaps
#if data.gaps.len() == 0 [#data.noGaps] else [
  #for gap in data.gaps [
    == #gap.name
    #state-of(gap.state)
    #list(..gap.evidence.map(each => text(size: 9.8pt, each)))
  ]
]

= #data.headings.proof
#for paragraph in data.proof [
  #paragraph

]
#block(fill: rgb("#f2f4f6"), inset: 8pt, radius: 2pt, width: 100%, text(font: "DejaVu Sans Mono", size: 8pt, data.command))

= #data.headings.sources
#text(size: 9.5pt)[
  #list(..data.sources.map(source => [– #source]))
]
`;
