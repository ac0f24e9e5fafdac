/** What the commands about workstations that report say. */
export const cliDevices = {
  'endpointPass.summary': 'Write a pass for the forward proxy, signed by this workstation’s key',
  'endpointPass.notes':
    'The pass stands where programs put a proxy’s password. It is good for 24 hours, or `--hours` of them, 744 at most; a workstation that is revoked is no longer let through with it.',
  'endpointEnrol.summary': 'Enrol this workstation at a post, once, with a one-time code',
  'endpointEnrol.notes':
    'Makes the workstation’s own key, which never leaves it. If the answer gets lost, the same command again is right: the code\nis taken for the same key. Run it as who will report: root for everybody’s homes.',
  'endpointEnrol.done': 'octroi: this workstation is enrolled as {name}. What it needs to report stands in {folder}.',
  'option.code': 'the one-time code (octroi device invite prints it)',
  'option.again': 'give up the identity this workstation has, with the reports that wait',
  'option.watch': 'go on reporting, until Ctrl-C',
  'option.every': 'how often, in minutes (5 to 1440; default 60), a tenth more or less',
  'option.print': 'systemd, launchd or schtasks',
  'endpointReport.state':
    'where the workstation’s identity and its waiting reports lie (default: where enrolment put them)',
  'endpointReport.summary': 'Look at this workstation and report to the post it is enrolled at',
  'endpointReport.notes':
    'The report says of every control what holds, and which file and line decide it. It names nobody: homes are ~, login names\nare references that only this workstation can make, and secrets are left out. Without the post it waits here, signed, and\ngoes in its order when the post is there again. Exit codes: 0 sent, or safe\nhere until it can be; 3 not enrolled, or not taken.',
  'endpointReport.bundle': 'octroi: the post handed out policy {version}; hooks decide by it from now on.',
  'endpointReport.sent': 'octroi: reports sent: {count}.',
  'endpointReport.waiting': 'octroi: the post could not be reached ({cause}); reports that wait here: {count}.',
  'endpointService.summary': 'Print the files by which the system reports by itself',
  'endpointService.notes':
    'systemd: a service and a timer. launchd: a daemon. schtasks: a task to import (schtasks /create /xml FILE /tn octroi).\nThey are put in place by you, or by what manages your workstations.',
  'endpointService.program': 'the workstation’s program, where it will lie (default: this one)',
  'endpointService.file': 'octroi: {name}',
  'deviceInvite.summary': 'Let workstations enrol: a one-time code for each',
  'deviceInvite.notes':
    'NAME is what you call it, an inventory number say; it stands in the ledger, so name no person. A code opens once and\nis shown once.',
  'deviceInvite.days': 'how long the code holds, in days (1 to 90, default 7)',
  'deviceInvite.once': 'octroi: {name} may enrol once, until {until}. This code is not shown again:',
  'deviceList.summary': 'List the workstations: when each reported, and what it said',
  'deviceList.notes':
    'A workstation that has been silent for longer than fleet.staleAfterHours is unknown in everything, whatever it said before.\nExit codes: 0 all heard and met, 1 otherwise.',
  'deviceList.none': 'octroi: no workstation was invited yet. Invite one with: octroi device invite NAME',
  'deviceList.columns': 'NAME|SYSTEM|STANDING|LAST REPORT|MET|NOT MET|UNKNOWN|ID',
  'device.invited': 'invited',
  'device.expired': 'code over',
  'device.enrolled': 'reports',
  'device.revoked': 'revoked',
  'device.silent': 'silent',
  'deviceRevoke.summary': 'Let nothing count any more that a workstation says',
  'deviceRevoke.done': 'octroi: {device} is revoked.',
} as const;
