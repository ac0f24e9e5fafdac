import { mirrorWords } from '../mirror-words.ts';

/** What vendors still hold. */
export const vendorTexts = {
  ...mirrorWords,
  'mirror.nothing': 'Nothing, by the terms that are known.',
  'vendor.title': 'At the vendor',
  'vendor.lead':
    'What vendors still hold of what left and until when, computed from the ledger, the terms of that day and what was agreed.',
  'vendor.on': 'As of',
  'vendor.calendar': 'What is still there',
  'vendor.untold': 'What nobody lets us know',
  'vendor.column.due': 'Gone after',
  'vendor.column.what': 'What',
  'vendor.column.contract': 'Contract',
  'vendor.column.labels': 'Labels and volumes',
  'vendor.column.count': 'Count',
  'vendor.column.file': 'File',
  'vendor.column.state': 'State',
  'vendor.column.uploaded': 'Uploaded',
  'vendor.column.person': 'By',
  'vendor.column.label': 'Label',
  'vendor.column.bytes': 'Size',
  'vendor.column.expires': 'Until',
  'vendor.files': 'Files',
  'vendor.filesSays':
    'What was uploaded through octroi, or found there. It lies at the vendor until somebody deletes it.',
  'vendor.noFiles': 'No file is known to lie at a vendor',
  'vendor.held': 'there',
  'vendor.deleted': 'deleted',
  'vendor.gone': 'gone',
  'vendor.delete': 'Delete',
  'vendor.deleteTitle': 'Delete this file at the vendor?',
  'vendor.deleteSays': 'The vendor is asked to delete {file}; its confirmation is recorded.',
} as const;
