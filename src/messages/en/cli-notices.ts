export const cliNotices = {
  'noticeWrite.summary': 'Write what staff, users, the works council or the impact assessment is to be told',
  'noticeWrite.notes':
    'DOCUMENT: staff (notice to staff), charter (charter of use), council (note to the works council) or dpia (input to the\nimpact assessment). It is written from the policy and the catalogue of the day, which it names; every claim on a vendor\nhas its source, its date and until when it holds. It is a draft: what octroi cannot know stands there to be filled in.',
  'noticeWrite.lang': 'fr or en: the document’s language (default: yours)',
  'noticeWrite.format': 'md (default), pdf or odt',
  'noticeWrite.out':
    'the file to write; none is written over (default: standard output for md, else octroi-DOCUMENT.LANGUAGE.FORMAT)',
  'noticeWrite.organization': 'the controller, as the document names it (default: left to be filled in)',
  'noticeWrite.contact': 'where questions on data go (default: left to be filled in)',
  'noticeWrite.done': '{file}: {bytes} bytes, policy {policy}, catalogue {catalogue}, SHA-256 {digest}',
  'noticeWrite.review': 'octroi: this is a draft. Somebody reads it, completes it and answers for it.',
  'noticeDiff.summary': 'Show which paragraphs a changed policy changes in a document; ends with 1 where there are any',
  'noticeDiff.notes':
    'DOCUMENT: staff, charter, council or dpia. BEFORE and AFTER: the folder of a policy, `default` for what octroi brings, or a\nfile that notice write made as md and somebody kept. Folders are both written for the same day and catalogue; the day\nand the digests in the head are not compared.',
  'noticeDiff.version': '{side}: policy {policy}, catalogue {catalogue}, written for {on}',
  'noticeDiff.before': 'before',
  'noticeDiff.after': 'after',
  'noticeDiff.none': 'octroi: the document says the same.',
  'noticeDiff.noneThough': 'octroi: the policy or the catalogue is another, and the document says the same.',
  'noticeDiff.done': 'octroi: {removed} paragraphs gone, {added} new ones. Who had the earlier version is to be told.',
} as const;
