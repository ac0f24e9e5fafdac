export const endpointErrors = {
  endpoint_root_unreadable: {
    text: '{root} is no folder that can be looked into.',
    hint: 'Name the folder that holds the machine’s tree (its etc and home, or its Users), or leave --root out.',
  },
  endpoint_user_unknown: {
    text: 'There is nobody called {user} on this machine.',
    hint: 'Leave --user out to see everybody who is.',
  },
  endpoint_nobody: {
    text: 'No person was found in this tree, so nothing could be evaluated.',
    hint: 'Check that --root holds etc/passwd or home folders.',
  },
} as const;
