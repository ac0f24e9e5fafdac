import type { Format } from './flow.ts';
import { bind } from './formats/bind.ts';
import { bareRows } from './formats/bare-rows.ts';
import { combined } from './formats/combined.ts';
import { delimited } from './formats/delimited.ts';
import { envoyText } from './formats/envoy-text.ts';
import { haproxy } from './formats/haproxy.ts';
import { dnsmasq } from './formats/dnsmasq.ts';
import { jsonLines } from './formats/json-lines.ts';
import { pairs } from './formats/pairs.ts';
import { paloAlto } from './formats/palo-alto.ts';
import { squidNative } from './formats/squid-native.ts';
import { vpcFlow } from './formats/vpc-flow.ts';
import { throughSyslog } from './syslog.ts';

const shapes: ReadonlySet<string> = new Set([pairs.name, bareRows.name]);

/** Every format that can be read. */
export const formats: readonly Format[] = [
  squidNative,
  combined,
  dnsmasq,
  bind,
  haproxy,
  envoyText,
  vpcFlow,
  paloAlto,
  jsonLines,
  delimited,
  pairs,
  bareRows,
].map(throughSyslog);

/**
 * The formats that read most of a log's first lines, and at least half of them. None when nobody reads them; two when the
 * content does not tell which of them it is.
 */
export function recognise(firstLines: readonly string[], now: Date): readonly Format[] {
  const full = firstLines.filter((line) => line.trim() !== '');
  const scores = formats.map((format) => {
    const read = format.open(now);
    const readings = full.map((line) => read(line));
    const isMet = readings.some((reading) => typeof reading === 'object');
    return { format, read: isMet ? readings.filter((reading) => reading !== 'malformed').length : 0 };
  });
  const best = Math.max(...scores.map(({ read }) => read));
  if (best === 0 || best * 2 < full.length) return [];
  const met = scores.filter(({ read }) => read === best).map(({ format }) => format);
  // Who knows the format goes before who reads anything of that shape.
  const knowing = met.filter(({ name }) => !shapes.has(name));
  return knowing.length > 0 ? knowing : met.slice(0, 1);
}
