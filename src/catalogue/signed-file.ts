import type { KeyObject } from 'node:crypto';
import { canonicalJson, type Json } from '../base/index.ts';
import {
  type EnvelopeFault,
  openEnvelope,
  parsePinnedKey,
  readSigningKey,
  signEnvelope,
} from '../base/signed-envelope.ts';
import { catalogueError } from './errors.ts';
import { type Catalogue, openCatalogue } from './open-catalogue.ts';

const type = 'application/vnd.octroi.catalogue+json';

/** A private key for signing, from PEM. @throws catalogue_key_invalid when it is none, or none of Ed25519 */
export function parseSigningKey(pem: string): KeyObject {
  try {
    return readSigningKey(pem);
  } catch (fault) {
    throw catalogueError('catalogue_key_invalid', {}, fault);
  }
}

/** The file that carries a catalogue, signed: its canonical JSON in an envelope. */
export function signCatalogue(catalogue: Catalogue, key: KeyObject): string {
  return signEnvelope(Buffer.from(canonicalJson(catalogue.data as unknown as Json)), { type, key });
}

const faults = {
  not_signed: 'catalogue_file_not_signed',
  key_not_pinned: 'catalogue_key_not_pinned',
  signature_invalid: 'catalogue_signature_invalid',
} as const satisfies Record<EnvelopeFault, string>;

/**
 * Opens a signed catalogue. One signature by one of the pinned keys must be right.
 * @throws catalogue_file_not_signed, catalogue_key_invalid, catalogue_key_not_pinned, catalogue_signature_invalid,
 * catalogue_invalid
 */
export function openSignedCatalogue(file: string, pinnedKeys: readonly string[]): Catalogue {
  const opened = openEnvelope(file, { type, pinnedKeys });
  if (opened.kind === 'not_signed') throw catalogueError('catalogue_file_not_signed');
  if (!pinnedKeys.every((text) => parsePinnedKey(text))) throw catalogueError('catalogue_key_invalid');
  if (opened.kind !== 'payload') throw catalogueError(faults[opened.kind], { keys: opened.keys });
  return openCatalogue(JSON.parse(opened.payload.toString('utf8')));
}
