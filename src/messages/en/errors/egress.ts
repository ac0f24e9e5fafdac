/** What the forward proxy says to whom it does not let through. */
export const egressErrors = {
  egress_target_malformed: {
    text: 'That is no host and port that can be connected to.',
    hint: 'A tunnel is opened to a host name and a port, as api.example.com:443.',
  },
  egress_address_literal: {
    text: 'Connections to bare addresses are not let through.',
    hint: 'Use the host’s name: by it octroi decides and the certificate is checked.',
  },
  egress_port_refused: {
    text: 'Port {port} of {host} is not let through.',
    hint: 'If it is needed, ask whoever runs octroi: egress.ports.',
  },
  egress_host_denied: {
    text: '{host} is not let through ({rule}).',
    hint: 'What may be used instead stands in your company’s policy; ask whoever runs octroi.',
  },
  egress_host_unknown: {
    text: '{host} is not a host your company’s policy has a use for.',
    hint: 'If it is needed for work, ask whoever runs octroi.',
  },
  egress_name_unresolved: {
    text: '{host} has no address ({cause}).',
    hint: 'Check the name.',
  },
  egress_address_private: {
    text: '{host} leads to an address inside a network.',
    hint: 'Reach inner hosts directly, without this proxy (NO_PROXY).',
  },
  egress_unreachable: {
    text: '{host} cannot be reached ({cause}).',
    hint: 'Try again; if it lasts, ask whoever runs the network.',
  },
  egress_hello_missing: {
    text: 'What came for {host} is not TLS.',
    hint: 'Only TLS goes through a tunnel.',
  },
  egress_hello_malformed: {
    text: 'The beginning of TLS for {host} cannot be read.',
    hint: 'Update the client; a client that writes it otherwise on purpose is refused.',
  },
  egress_hello_too_slow: {
    text: 'The beginning of TLS for {host} did not come in time.',
    hint: 'Try again.',
  },
  egress_name_missing: {
    text: 'The client did not say inside the tunnel that it wants {host}.',
    hint: 'Use a client that sends the server’s name (SNI).',
  },
  egress_name_foreign: {
    text: 'Inside the tunnel to {host} the client asked for another name.',
    hint: 'A tunnel leads to the host it was opened to, and to no other.',
  },
  egress_credential_missing: {
    text: 'This proxy must know who sends.',
    hint: 'Give your octroi key as the password of the proxy’s address: http://octroi:KEY@HOST:PORT',
  },
  egress_request_malformed: {
    text: 'This is no request to a proxy.',
    hint: 'Set its address as a proxy (HTTPS_PROXY), and not as a page.',
  },
  egress_unrecorded: {
    text: 'The ledger does not answer, so nothing is let through.',
    hint: 'Try again; whoever runs octroi sees why.',
  },
  egress_authority_foreign: {
    text: 'A request in the tunnel to {host} is addressed to another host.',
    hint: 'Open a tunnel of its own to each host; name the host once.',
  },
  egress_path_ambiguous: {
    text: 'The path of the request can be read in two ways.',
    hint: 'Write it without dot segments, double slashes, backslashes, semicolons and needless encoding.',
  },
  egress_path_denied: {
    text: '{path} of {host} is not let through ({rule}).',
    hint: 'The rest of this host works without it; turn it off in the client to be rid of this answer.',
  },
  egress_upgrade_refused: {
    text: 'A request to {host} wants to go on in another protocol.',
    hint: 'Inside an inspected connection only requests pass, no WebSocket; if it is needed, ask whoever runs octroi: egress.inspected.',
  },
  egress_upstream_untrusted: {
    text: 'The certificate of {host} does not hold ({cause}).',
    hint: 'Nothing was sent. Ask whoever runs octroi: the host may have been mistaken for another.',
  },
  egress_client_distrusts: {
    text: 'The client did not take octroi’s certificate for {host}.',
    hint: 'Give it the authority that `octroi egress authority` prints (NODE_EXTRA_CA_CERTS, --cacert), or ask whoever runs octroi: egress.uninspectable.',
  },
  egress_log_unrecognised: {
    text: 'The log {file} is in no format that octroi recognises.',
    hint: 'Name its format: `--format`. A table needs its header line; a rotated file may have lost it.',
  },
  egress_log_ambiguous: {
    text: 'The log {file} may be in several formats: {formats}.',
    hint: 'Name the one it is: `--format`.',
  },
} as const;
