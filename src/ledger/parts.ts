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
};
