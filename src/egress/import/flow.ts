/**
 * One use of the network as a log tells it. `atMs` is Unix time in milliseconds, bytes are as seen by the client, and a part
 * the log does not tell is absent: a log that names no action does not say that the connection was let through.
 */
export type Flow = {
  readonly atMs: number;
  readonly source: string;
  /** In lower case, without port or final dot. An address where the log knows no name. */
  readonly host: string;
  readonly bytesOut: number;
  readonly bytesIn: number;
  readonly action: 'allowed' | 'denied' | 'unknown';
};

/** A flow; a line that is well formed and tells of no flow; a line that is not of this format. */
export type LineReading = Flow | 'nothing' | 'malformed';

/** A way to read one log, line by line. `open` starts a new log: what header lines say holds for that log alone. */
export type Format = {
  readonly name: string;
  open(now: Date): (line: string) => LineReading;
};

/** The host of an address, an authority or a URL: in lower case, without port, brackets or final dot; '' for none. */
export function hostOf(text: string): string {
  const authority = text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').split(/[/?#]/, 1)[0] ?? '';
  const bare = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
  const bracketed = /^\[([0-9a-f:.]+)\](?::\d+)?$/.exec(bare);
  if (bracketed) return bracketed[1] ?? '';
  const isIpv6 = bare.indexOf(':') !== bare.lastIndexOf(':');
  const host = (isIpv6 ? bare : bare.replace(/:\d+$/, '')).replace(/\.$/, '');
  return host === '-' ? '' : host;
}

/** What a log's word or HTTP status for a verdict means. */
export function actionOf(word: string): Flow['action'] {
  if (/den(y|ied)|block|drop|reject|reset|^(403|407)$/i.test(word)) return 'denied';
  if (/allow|accept|permit|noerror|^[123]\d\d$/i.test(word)) return 'allowed';
  return 'unknown';
}

/** Zero for what is no count, as logs write `-` for none. */
export function countOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : 0;
}

/** Whether a text is a name of a host, in lower case: labels with a dot, of which the last is no number. */
export function isName(text: string): boolean {
  return /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/.test(text);
}

/** @returns whether a flow's host is an address, which names nobody. */
export function isAddress(host: string): boolean {
  return host.includes(':') || /^\d+\.\d+\.\d+\.\d+$/.test(host);
}
