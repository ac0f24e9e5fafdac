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
  endpoint_probe_client_unknown: {
    text: 'The laboratory knows no client called {client}.',
    hint: 'Name one of: {known}.',
  },
  endpoint_probe_client_missing: {
    text: '{client} is not installed here: there is no {program}.',
    hint: 'Install it, or name its program with --program.',
  },
  endpoint_probe_none_installed: {
    text: 'None of the clients the laboratory knows is installed here ({commands}).',
    hint: 'Install one, or name a client and its program: octroi endpoint probe CLIENT --program FILE',
  },
  endpoint_probe_tool_missing: {
    text: 'The laboratory needs programs that are not on the PATH: {tools}.',
    hint: 'Install util-linux and iproute2.',
  },
  endpoint_probe_not_isolated: {
    text: 'This system does not allow a network namespace ({reason}), so nothing would hold the client back.',
    hint: 'Run it where user namespaces are allowed, or accept with --without-namespace that what goes past the proxy is neither held nor seen.',
  },
  endpoint_probe_profile_unreadable: {
    text: '{file} is no profile this client could read.',
    hint: 'Make one with: octroi policy compile --target claude-code > managed-settings.json',
  },
  endpoint_probe_failed: {
    text: 'The laboratory itself ended before the client did: {reason}',
    hint: 'Run it again; if it stays so, name the client, its version and this line in a report to us.',
  },
  endpoint_fix_forbidden: {
    text: '{path} may not be changed by whoever runs this.',
    hint: 'Run it as an administrator (sudo octroi endpoint fix …), or look first with --plan.',
  },
  endpoint_fix_unsafe: {
    text: '{path} is no regular file in regular folders: a link or something else stands in the way.',
    hint: 'Look at what stands there; octroi does not write through links.',
  },
  endpoint_fix_changed: {
    text: '{path} has changed since the plan was made; nothing was written.',
    hint: 'Run the command again.',
  },
  endpoint_fix_busy: {
    text: 'Process {process} is changing this workstation.',
    hint: 'Wait until it has ended, and run the command again.',
  },
  endpoint_record_invalid: {
    text: '{path}, by which changes are undone, is damaged or gone.',
    hint: 'Restore it from a backup; without it octroi neither changes nor undoes anything here.',
  },
  endpoint_bundle_missing: {
    text: '{path} is not there or cannot be read, so nothing can be decided here.',
    hint: 'An administrator installs it: octroi endpoint fix --bundle bundle.json --key KEY.',
  },
  endpoint_device_missing: {
    text: 'This workstation is not enrolled: there is no {path}.',
    hint: 'Enrol it once: octroi endpoint enrol --gateway URL --code CODE',
  },
  endpoint_device_invalid: {
    text: '{path} cannot be used: it is damaged, or not this user’s to read and write.',
    hint: 'Run this as who enrolled the workstation, or enrol it anew with --again.',
  },
  endpoint_device_enrolled: {
    text: 'This workstation is enrolled already, as {device}.',
    hint: 'To enrol it anew, with a new key, add --again.',
  },
  endpoint_device_refused: {
    text: 'The post does not take it: {message}',
    hint: 'What it says above is what to do. Reports that wait stay in {spool}.',
  },
  endpoint_post_unreachable: {
    text: 'The post at {gateway} cannot be reached ({cause}).',
    hint: 'Check the address and the network, then try again; the code is not used up.',
  },
  endpoint_bundle_older: {
    text: 'The post handed out a bundle of {madeAt}, which is older than the one installed here ({installed}).',
    hint: 'The installed one stays. Have the post serve the newest, or install the older one by hand if it is meant.',
  },
  endpoint_hook_failed: {
    text: 'The hook could not look at this, so it is stopped.',
    hint: 'Try again; if it stays so, tell whoever runs octroi.',
  },
  endpoint_hook_unreadable: {
    text: 'What the client asks is no JSON, so it is stopped.',
    hint: 'Standard input must be what Claude Code sends to a command hook.',
  },
} as const;
