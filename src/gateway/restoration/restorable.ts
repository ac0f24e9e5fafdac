/*
 * What makes an address of a line, written out, in entities or in escapes, and however a browser or a terminal may read it:
 * a scheme, two slashes of either kind, a host before a path, a target of Markdown, an attribute of HTML that is fetched.
 */
const address =
  /\b(?:https?|ftp|file|data|mailto|javascript|wss?|smb|ssh|git|tel):|[/\\]{2}|\/\\|\\\/|&(?:#|sol|bsol|colon)|\bwww\.|\]\(|\]:|\b(?:href|src|srcset|action|background|poster|cite)\s*=|\burl\s*\(|\b[\w-]+\.[a-z]{2,}[/?:][^\s]*$/i;
// As much as is ever handed over of a line: what was before may have been an address.
const tooLong = 2_000;

/** Whether the line may be one that is clicked or fetched: what follows on it would be sent away. */
export function isInLink(ahead: string): boolean {
  return ahead.length >= tooLong || address.test(ahead);
}

// A path that leads to another machine, in the member of a call that names one: reading it would send its name there.
const remotePath =
  /"(?:file_path|notebook_path|path|pattern|glob|cwd)"\s*:\s*"(?:\\\\|\/\/|[a-z][a-z0-9+.-]+:)(?:[^"\\]|\\.)*$|^(?:\\\\|\/\/|[a-z][a-z0-9+.-]+:)\S*$/i;

/** Whether what stands ahead, as JSON or as the text of one member, begins a path on another machine. */
export function isInRemotePath(ahead: string): boolean {
  return remotePath.test(ahead);
}
