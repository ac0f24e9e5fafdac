import type { Settings } from './settings.ts';

/** What of the settings for systems outside cannot be, each with its path and what it may be. */
export function siemContradictions({ siem }: Settings): readonly string[] {
  const found: string[] = [];
  for (const [path, value, allowed] of [
    ['siem.syslogFormat', siem.syslogFormat, ['ocsf', 'cef']],
    ['siem.otlpEncoding', siem.otlpEncoding, ['protobuf', 'json']],
    ['siem.paths', siem.paths, ['masked', 'none']],
  ] as const) {
    if (!allowed.some((each) => each === value)) found.push(`${path}: ${allowed.join(' | ')}`);
  }
  if ((siem.certificateFile === '') !== (siem.keyFile === '')) found.push('siem.certificateFile, siem.keyFile: –');
  if (siem.since !== '' && !isInstant(siem.since)) found.push('siem.since: 2026-11-01 | 2026-11-01T08:00:00Z');
  if (siem.syslog !== '' && !isAddress(siem.syslog, /^(tls|tcp):$/)) found.push('siem.syslog: tls://… | tcp://…');
  if (siem.otlp !== '' && !isAddress(siem.otlp, /^https?:$/)) found.push('siem.otlp: https://…/v1/logs');
  return found;
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z)?$/.test(text) && !Number.isNaN(Date.parse(text));
}

function isAddress(text: string, schemes: RegExp): boolean {
  return URL.canParse(text) && schemes.test(new URL(text).protocol) && new URL(text).hostname !== '';
}
