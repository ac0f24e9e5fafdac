/** What a part of a request is, as far as its bytes tell. `other` is what could not be attributed. */
export const partKinds = [
  'prompt',
  'file',
  'instruction_file',
  'command_output',
  'git_state',
  'image',
  'document',
  'tool_result',
  'tool_call',
  'assistant_text',
  'thinking',
  'system',
  'tool_definition',
  'other',
] as const;

export type PartKind = (typeof partKinds)[number];

/** How the text of a file came to be in a request. */
export type FileSource = 'read' | 'mention' | 'edit' | 'write' | 'selection' | 'change_notice';

/**
 * Something sensitive that was found in a part. It tells what and where, and never holds the value.
 *
 * `span` are bytes, counted from the part's first as it stood in the body the client sent; in the part of the form
 * `syntax`, which lies between the others, they are counted in the body. `fingerprint` is that of the value, keyed with
 * the tenant's key: the same value has the same one wherever it is found. `kept` is what left as it was, because the part
 * must not be changed: a thought, which the vendor wrote and sealed itself.
 */
export type DeclaredFinding = {
  readonly detector: string;
  readonly kind: string;
  readonly class: 'secret' | 'personal' | 'dictionary';
  readonly span: readonly [number, number];
  readonly fingerprint: string;
  readonly handling: 'redacted' | 'kept';
};

/**
 * One piece of what a request carries outwards. It describes the piece and never holds its content.
 *
 * `bytes` counts the piece as it stands in the body, JSON escapes included: the bytes of all parts of a declaration add
 * up to the body's. `fingerprint` is keyed with the tenant's key and taken over the decoded text (for a file: without
 * the line numbers the client adds), so that a file read whole has the fingerprint of the file itself.
 */
export type DeclaredPart = {
  readonly kind: PartKind;
  readonly bytes: number;
  readonly fingerprint: string;
  /** `first` the first time this fingerprint leaves within its session, `again` when history is resent. */
  readonly sent: 'first' | 'again';
  readonly path?: string;
  readonly source?: FileSource;
  /** First and last line of the file that the piece shows, counted from 1. Absent where the client gives no numbers. */
  readonly lines?: readonly [number, number];
  readonly command?: string;
  readonly tool?: string;
  readonly mediaType?: string;
  /** Why a piece is `other`, or what form it has: a block type, `system-reminder`, `syntax`. */
  readonly form?: string;
  /** In the order of the bytes; absent when nothing was found. */
  readonly findings?: readonly DeclaredFinding[];
};

/** Parts under one name, counted. `firstBytes` are those of parts that left for the first time within their session. */
type Volume = { readonly parts: number; readonly bytes: number; readonly firstBytes: number };

/** What an exchange carries of one label, as the policy in force labelled it. */
export type LabelVolume = Volume & { readonly label: string };

/** What an exchange carries of one kind of part, and how many findings of each class are in it. */
export type PartCount = Volume & {
  readonly kind: PartKind;
  readonly findings: Readonly<Partial<Record<DeclaredFinding['class'], number>>>;
};
