/** What sending events to systems outside may answer with. */
export const siemErrors = {
  siem_file_unwritable: {
    text: 'Events cannot be written to {path} ({code}).',
    hint: 'Check that its folder is there, that octroi may write in it, and that the disk has room.',
  },
  siem_unreachable: {
    text: 'The receiver {address} cannot be reached ({code}).',
    hint: 'Check the address, and that a firewall lets octroi through. Events wait meanwhile.',
  },
  siem_timed_out: {
    text: 'The receiver {address} did not take a batch in time.',
    hint: 'See whether it is overloaded; for syslog, that it closes a connection that we have closed. Raise siem.waitMs where it is slow.',
  },
  siem_broke_off: {
    text: 'The receiver {address} broke off ({code}).',
    hint: 'See its own log. The batch is sent again.',
  },
  siem_certificate_refused: {
    text: 'The connection with {address} failed over a certificate ({code}).',
    hint: 'Name the root certificates in siem.caFile and, where the receiver asks for ours, siem.certificateFile and siem.keyFile.',
  },
  siem_refused: {
    text: 'The receiver {address} refused a batch (HTTP {status}).',
    hint: 'For 401 or 403 check siem.otlpHeadersFile, for 404 the path (/v1/logs). The batch is sent again.',
  },
  siem_address_invalid: {
    text: '{address} is no address of a receiver.',
    hint: 'Write tls://HOST:6514 or tcp://HOST:601 for syslog, https://HOST:4318/v1/logs for OpenTelemetry.',
  },
  siem_headers_invalid: {
    text: 'Line {line} of {file} is no header.',
    hint: 'Write one header a line: NAME: VALUE.',
  },
  siem_pem_invalid: {
    text: '{file} does not hold what it should, in PEM ({code}).',
    hint: 'Check that the files are certificates and the key of the certificate, unencrypted.',
  },
} as const;
