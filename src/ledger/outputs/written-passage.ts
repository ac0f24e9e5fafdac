/** By what means the model wrote: a tool that writes files, a here-document of a command, or code shown in its text. */
export type WrittenBy = 'write' | 'edit' | 'notebook' | 'heredoc' | 'code_block';

/**
 * A passage that the model wrote, as the ledger keeps it: no text, only keyed marks of its lines and of passages within
 * them (`keyedMark`), each eleven characters of base64url, one after the other in one string.
 */
export type WrittenPassage = {
  readonly by: WrittenBy;
  /** As the tool's input names the file; absent for code that was only shown. */
  readonly path?: string;
  /** How many lines it has, and how many of them have no mark, since they say too little or were over the limit. */
  readonly lines: number;
  readonly unmarked: number;
  readonly lineMarks: string;
  readonly gramMarks: string;
};

/** What the model wrote in an answer. `isPartial`: there was more than is marked. */
export type Written = { readonly passages: readonly WrittenPassage[]; readonly isPartial?: true };

const markLength = 11;

/** The marks of a string of them. */
export function marksOf(joined: string): readonly string[] {
  const marks: string[] = [];
  for (let at = 0; at + markLength <= joined.length; at += markLength) marks.push(joined.slice(at, at + markLength));
  return marks;
}
