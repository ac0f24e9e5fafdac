import { errorMaker } from '../base/index.ts';

export const catalogueErrorCodes = [
  'catalogue_invalid',
  'catalogue_plan_unknown',
  'catalogue_file_not_signed',
  'catalogue_key_invalid',
  'catalogue_key_not_pinned',
  'catalogue_signature_invalid',
  'catalogue_not_newer',
  'catalogue_not_approved',
] as const;

export type CatalogueErrorCode = (typeof catalogueErrorCodes)[number];

export const catalogueError = errorMaker<CatalogueErrorCode>();
