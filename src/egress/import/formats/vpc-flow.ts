import { actionOf, countOf, type Format } from '../flow.ts';

// Version 2, the default record (docs.aws.amazon.com, "Flow log records"); the order of its fields is from memory. Records of
// other fields come with a header, which `delimited` reads.
const line =
  /^2 \S+ eni-\S+ (\S+) (\S+) (?:\d+|-) (?:\d+|-) (?:\d+|-) (?:\d+|-) (\d+|-) (\d{9,10}) \d{9,10} (ACCEPT|REJECT|-) (OK|NODATA|SKIPDATA)$/;

/** VPC flow logs: addresses alone, so that nobody is named. */
export const vpcFlow: Format = {
  name: 'vpc-flow',
  open: () => (text) => {
    const [, source, host, bytes, start, action = ''] = line.exec(text) ?? [];
    if (source === undefined || host === undefined) return 'malformed';
    if (source === '-' || host === '-') return 'nothing';
    return {
      atMs: Number(start) * 1_000,
      source,
      host,
      bytesOut: countOf(bytes),
      bytesIn: 0,
      action: actionOf(action),
    };
  },
};
