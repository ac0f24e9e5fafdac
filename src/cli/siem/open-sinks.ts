import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { systemClock } from '../../base/index.ts';
import { FileSink, OtlpSink, readHeaders, readTls, type Sink, SyslogSink } from '../../siem/index.ts';
import { readNamed } from '../detect/read-sources.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * The receivers of events that the settings name, not yet spoken to.
 * @throws siem_address_invalid, siem_headers_invalid, siem_pem_invalid, cli_file_unreadable
 */
export async function openSinks({ siem }: Settings): Promise<readonly Sink[]> {
  const { file, fileMaxBytes, fileKeep, syslog, syslogFormat, otlp, otlpEncoding, waitMs } = siem;
  const sinks: Sink[] = [];
  if (file !== '') sinks.push(new FileSink({ path: resolve(file), maxBytes: fileMaxBytes, keep: fileKeep }));
  if (syslog === '' && otlp === '') return sinks;
  const tls = readTls({
    ca: await readIfNamed(siem.caFile),
    certificate: await readIfNamed(siem.certificateFile),
    key: await readIfNamed(siem.keyFile),
  });
  const origin = { host: hostname(), processId: process.pid };
  if (syslog !== '') sinks.push(new SyslogSink({ url: syslog, format: syslogFormat, tls, origin, waitMs }));
  if (otlp === '') return sinks;
  const headersFile = await readIfNamed(siem.otlpHeadersFile);
  const headers = headersFile ? readHeaders(headersFile) : {};
  return [...sinks, new OtlpSink({ url: otlp, encoding: otlpEncoding, headers, tls, waitMs, now: systemClock })];
}

async function readIfNamed(file: string) {
  return file === '' ? undefined : readNamed(file);
}
