/** What `octroi catalogue` says. */
export const cliCatalogue = {
  'option.vendor': 'only this vendor, by its id (anthropic, github, aws…)',
  'option.on': 'as of this day (default today)',
  'option.claims': 'the white paper’s statements and what the evidence says of them',
  'option.hosts': 'the hosts instead of the plans',
  'option.fact': 'one fact with its source, its anchors and what contradicts it',
  'option.archive':
    'a clone, a bundle or an address of an Open Terms Archive version repository; may be given several times',
  'option.approve': 'the digest of the catalogue whose changes you have read',
  'option.file': 'an edited catalogue (JSON) instead of the one in force',
  'option.signing-key': 'the Ed25519 key that signs, a PEM file',
  'catalogueShow.summary': 'Show what applies to which plan, on any day, with dates and sources',
  'catalogueShow.head': 'Catalogue {version}, as of {on}',
  'catalogueShow.plans': 'VENDOR|PLAN|AUDIENCE|BUSINESS USE|TRAINS MODELS|ZDR|CONTESTED',
  'catalogueShow.products': 'PRODUCT|NAME|SUPERSEDED BY|END OF SUPPORT|NOTE',
  'catalogueShow.facts': 'CRITERION|OF|VALUE|SINCE|CONFIDENCE|SOURCE OF|FACT',
  'catalogueShow.hosts': 'HOST|OPERATOR|PURPOSE|REQUIRED|PLANS|NOTE',
  'catalogueShow.plan': '{name} ({vendor}/{plan}): {audience}, {status}',
  'catalogueShow.successor': 'Superseded by {plan}; end of support {end}.',
  'catalogueShow.contested':
    'Sources contradict each other on: {criteria}. All are shown; the one that takes most counts.',
  'catalogueShow.fact':
    '{fact}: {criterion}: {value}\n  plans       {plans}\n  in force    {from} to {to}\n  confidence  {confidence}, review by {review}\n  source      {url} ({dated}, read {read})',
  'catalogueShow.note': '  note        {note}',
  'catalogueShow.conflict': '  contradicts {fact}: {value} ({url})',
  'catalogueShow.anchor': '  anchor      “{passage}” ({collection}, {service} {terms}, {at}, {region})',
  'catalogueDiff.summary': 'Show what changed between two days or two catalogues',
  'catalogueDiff.none': 'octroi: nothing differs.',
  'catalogueDiff.entries': '\nEntries ({count})',
  'catalogueDiff.answers': 'What decisions are made from ({count})',
  'catalogueDiff.answerColumns': 'PLAN AND ANSWER|BEFORE|AFTER|RESTS ON',
  'catalogueCheck.summary': 'Check that every value has its source and that no review is overdue',
  'catalogueCheck.done':
    'Catalogue {version}: {entries} values in force on {on}, from {sources} sources; confidence {high} high, {medium} medium, {low} low.\nEvery value has its source, its date, the day it was read and a day of review. Next review by {next}.',
  'catalogueCheck.contradictions': '{count} contradictions between sources are kept: {pairs}',
  'catalogueCheck.overdue': 'octroi: {count} values are overdue for review:',
  'catalogueCheck.columns': 'VALUE|REVIEW BY|SOURCE',
  'catalogueWatch.summary': 'Look in archives of public terms whether the passages that facts rest on still stand',
  'catalogueWatch.archive': 'Archive {collection} ({place}): last record {headAt}, {ageDays} days ago.',
  'catalogueWatch.old':
    'octroi: {collection} has recorded nothing for {ageDays} days: what “stands” below stood on {headAt}.',
  'catalogueWatch.columns': 'FACT|STATE|STANDS SINCE|LAST CHANGE OF THE TEXT|WHERE',
  'catalogueWatch.lowerBound': 'before {day}',
  'catalogueWatch.lost':
    '\n{fact} is stale: {service} {terms} had the passage on {lastGood} and no longer on {lostIn}.',
  'catalogueWatch.returned': '\n{fact} ended by the catalogue, yet the newest version has its passage.',
  'catalogueWatch.before': '  before  {text}',
  'catalogueWatch.after': '  after   {text}',
  'catalogueWatch.nothingLeft': '(nothing like it is left)',
  'catalogueWatch.others': '  and {count} other paragraphs that differ',
  'catalogueWatch.resting': '  resting on it: {what}',
  'catalogueWatch.sum':
    '\n{stands} stand, {stale} stale, {returned} returned, {ended} ended as the catalogue says, {unclear} unclear, {unwatched} in no archive given.',
  'catalogueImport.summary': 'Take a newer, signed catalogue after showing what it changes',
  'catalogueImport.plan':
    'Catalogue {version}, signed and newer than {current}. It would change {entries} entries and {answers} answers that decisions are made from.',
  'catalogueImport.approve':
    'octroi: nothing is changed yet. To take it: octroi catalogue import {file} --approve {digest}',
  'catalogueImport.done': 'octroi: catalogue {version} is in force.',
  'catalogueExport.summary': 'Write the catalogue as a file, signed where a key is given',
  'catalogueExport.key': 'octroi: signed. Who shall import it pins this public key under `catalogue.keys`: {key}',
  'catalogueExport.unsigned':
    'octroi: not signed, so it cannot be imported as it is. Edit it, then: octroi catalogue export --file FILE --signing-key KEY',
} as const;
