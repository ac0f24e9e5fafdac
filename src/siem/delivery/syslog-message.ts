import type { OcsfEvent } from '../ocsf/event.ts';

/** What stands in the header of every message. */
export type SyslogOrigin = { readonly host: string; readonly processId: number };

// RFC 5424 section 6.2.1: 13 is the facility of log audit.
const facility = 13;

// Severities of OCSF as those of syslog: informational, notice, warning, error, critical.
const severities: Readonly<Record<number, number>> = { 0: 6, 1: 6, 2: 5, 3: 4, 4: 3, 5: 2 };

/**
 * One message of RFC 5424 in its frame of RFC 5425 (the same as octet counting in RFC 6587): its length, a space, itself.
 * The kind of record is its MSGID. The text is UTF-8 without a byte order mark, which receivers that parse JSON refuse.
 */
export function syslogFrame(event: OcsfEvent, text: string, origin: SyslogOrigin): Buffer {
  const priority = facility * 8 + (severities[event.severity_id] ?? 6);
  const at = new Date(event.time).toISOString();
  const host = word(origin.host, 255);
  const kind = word(event.metadata.event_code, 32);
  const message = Buffer.from(`<${priority}>1 ${at} ${host} octroi ${origin.processId} ${kind} - ${text}`);
  return Buffer.concat([Buffer.from(`${message.length} `), message]);
}

// PRINTUSASCII, at most so long; `-` for nothing.
function word(text: string, longest: number): string {
  return text.replace(/[^\x21-\x7e]/g, '').slice(0, longest) || '-';
}
