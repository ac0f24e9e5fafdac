import { createHmac } from 'node:crypto';
import { canonicalJson } from '../../base/index.ts';
import { ledgerError } from '../errors.ts';

/**
 * What the log says of one record: no name, path, address or content. Of the record itself it holds a commitment, which
 * nobody can test a guess against without the record's own key; of the person a reference that differs in each record.
 */
export type RecordLeaf = LeafBase & {
  readonly record: string;
  readonly policyVersion: string | null;
  /** HMAC-SHA-256 of the record under its opening, in base64url. */
  readonly commitment: string;
  /** HMAC-SHA-256 of the record's id under its person's key, in base64url: 128 bits of it. */
  readonly subject: string;
};

/** What the log says of itself: that it begins, or from now on is signed with other keys. */
export type LogLeaf = LeafBase & { readonly origin: string; readonly keys: readonly string[] };

type LeafBase = {
  readonly schema: typeof leafSchema;
  readonly tenant: string;
  /** The leaf's place in the log, from 0. */
  readonly seq: number;
  readonly time: string;
  readonly kind: string;
  readonly class: string;
};

export type Leaf = RecordLeaf | LogLeaf;

export const leafSchema = 'octroi/leaf@1';

/** The kinds of leaves by which a log speaks of itself. */
export const logLeafKinds: readonly string[] = ['log_opened', 'log_keys_rotated'];

export function isLogLeaf(leaf: Leaf): leaf is LogLeaf {
  return logLeafKinds.includes(leaf.kind);
}

export function isRecordLeaf(leaf: Leaf): leaf is RecordLeaf {
  return !isLogLeaf(leaf);
}

/** The bytes of a leaf: canonical JSON (RFC 8785). */
export function formatLeaf(leaf: Leaf): Buffer {
  return Buffer.from(canonicalJson(leaf));
}

/** Reads a leaf as octroi writes it; other members, or another spelling, are refused. @throws ledger_leaf_malformed */
export function parseLeaf(bytes: Uint8Array): Leaf {
  const text = Buffer.from(bytes).toString('utf8');
  const leaf = parseJson(text);
  if (!leaf || !(isOfRecord(leaf) || isOfLog(leaf)) || canonicalJson(leaf) !== text)
    throw ledgerError('ledger_leaf_malformed');
  return leaf;
}

/** The commitment to a record's canonical text under its opening. */
export function commitmentOf(opening: Uint8Array, recordText: string): string {
  return createHmac('sha256', opening).update(recordText).digest('base64url');
}

const digest = /^[\w-]{43}$/;
const reference = /^[\w-]{22}$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const word = /^[a-z][a-z_]{0,60}$/;

function parseJson(text: string): Leaf | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Leaf) : undefined;
  } catch {
    return undefined; // What is no JSON is no leaf, and the caller says so.
  }
}

function hasBase(leaf: Leaf): boolean {
  const { schema, tenant, seq, time, kind, class: retention } = leaf;
  return (
    schema === leafSchema &&
    matches(uuid, tenant) &&
    Number.isSafeInteger(seq) &&
    seq >= 0 &&
    matches(instant, time) &&
    matches(word, kind) &&
    matches(word, retention)
  );
}

function isOfRecord(leaf: Leaf): leaf is RecordLeaf {
  if (isLogLeaf(leaf) || !hasBase(leaf) || Object.keys(leaf).length !== 10) return false;
  const { record, policyVersion, commitment, subject } = leaf;
  const isPolicy = policyVersion === null || (typeof policyVersion === 'string' && policyVersion.length <= 100);
  return matches(uuid, record) && isPolicy && matches(digest, commitment) && matches(reference, subject);
}

function isOfLog(leaf: Leaf): leaf is LogLeaf {
  if (!isLogLeaf(leaf) || !hasBase(leaf) || Object.keys(leaf).length !== 8) return false;
  const { origin, keys } = leaf;
  return (
    typeof origin === 'string' && Array.isArray(keys) && keys.length > 0 && keys.every((key) => typeof key === 'string')
  );
}

function matches(pattern: RegExp, value: unknown): boolean {
  return typeof value === 'string' && pattern.test(value);
}
