/** What the commands of the forward proxy say. */
export const cliEgress = {
  'egressExplain.summary': 'Say what becomes of a connection through the forward proxy, and by which rule',
  'egressExplain.notes':
    'By the name and the port, by the policy and the catalogue in force. That the name inside the tunnel must be the same, and that\nno name may lead into a network, holds besides. Exit codes: 0 it passes, 1 it is refused.',
  'egressExplain.columns': 'CONNECTION|DECISION|RULE|VENDOR|PURPOSE|AUDIENCE',
  'egressExplain.pass': 'passes',
  'egressExplain.observed': 'passes, on record',
  'egressExplain.warned': 'passes, with a warning',
  'egressExplain.refuse': 'refused',
} as const;
