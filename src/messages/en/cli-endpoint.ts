/** What the commands for workstations say. */
export const cliEndpoint = {
  'option.hook-command': 'the command that Claude Code’s hooks run on workstations (default: no hooks)',
  'option.bundle': 'a signed bundle of the policy (default: the one that was installed)',
  'option.remove': 'also take away what goes against the policy: others’ values, loose rights, links',
  'option.shell-profile': 'also set the variables for every login shell (Linux: /etc/profile.d)',
  'option.undo': 'put everything back as it was',
  'policyBundle.summary':
    'Write the policy for workstations: what is asked, what is written, what hooks decide, signed',
  'policyBundle.notes':
    'A workstation takes a bundle whose signature is right and which still holds (--days, 30 by default). Its own decisions\nneed nothing else: no network, no policy files.',
  'policyBundle.made': 'octroi: policy {version}, holds until {until}. Trust it by its key: {key}',
  'endpointFix.summary': 'Make this workstation as the policy asks: show what changes, write it, undo it',
  'endpointFix.notes':
    'Only machine-wide files are written, each in one step and with a copy of what was there. Others’ values stay, and are\ntold, unless --remove is given. --plan writes nothing: 0 when nothing is to be done, 1 otherwise.',
  'endpointFix.columns': 'PERSON|CONTROL|DECIDED BY|WHY',
  'endpointFix.planned':
    'octroi: {count} files would change, {left} things go against it and would stay. Nothing was written.',
  'endpointFix.done': 'octroi: {count} files changed, {left} things go against it and stay.',
  'endpointFix.unmet': 'octroi: {count} verdicts are still not met; a fix does not decide them:',
  'endpointFix.left.value': 'octroi: {path}: {key} is another’s and goes against the policy. --remove takes it away.',
  'endpointFix.left.text': 'octroi: {path} cannot be read by its program. --remove writes it anew.',
  'endpointFix.left.link': 'octroi: {path} is a link to a place others may change. --remove puts a file there.',
  'endpointFix.left.rights': 'octroi: {path} can be changed by others, or not read by all. --remove sets its rights.',
  'endpointFix.left.foreign': 'octroi: {path} is another’s, in a form octroi does not merge. --remove replaces it.',
  'endpointFix.left.changed': 'octroi: {path} was changed since, so it is left as it is.',
  'endpointFix.left.outranked':
    'octroi: {path} goes before every file, and comes from elsewhere: the policy must be delivered there (octroi policy compile).',
  'option.state': 'the folder that holds the installed bundle (default: where `octroi endpoint fix` puts it)',
  'hook.summary': 'Answer a hook of Claude Code, by the bundle that is installed on this workstation',
  'hook.notes':
    'Standard input is what the client sends, standard output what it is told. Without a bundle that holds, prompts and calls\nof tools are stopped. Nothing is sent anywhere.',
  'endpointFix.plan': 'show what would change, and write nothing',
  'option.traces': 'what is purged: transcripts, histories and copies the client keeps in homes (must be given)',
  'option.confirm': 'delete; without it nothing is',
  'option.certificate': 'the file for the certificate (default: standard output)',
  'endpointPurge.days': 'how many days may be kept (default: what the bundle says, or 30)',
  'endpointPurge.summary': 'Delete what Claude Code left on this workstation beyond its age, with a certificate',
  'endpointPurge.notes':
    'A conversation is as old as its last line. Without --confirm it is only counted: 0 when nothing is too old, 1 otherwise.\nThe certificate has counts, dates and digests of what went, and no names of files or projects.',
  'endpointPurge.columns': 'PERSON|KIND|FILES|BYTES',
  'endpointPurge.planned': 'octroi: {count} files, {bytes} bytes would go. Nothing was deleted.',
  'endpointPurge.done': 'octroi: {count} files, {bytes} bytes are gone.',
  'endpointPurge.unsigned': 'octroi: the certificate is not signed; --signing-key signs it.',
} as const;
