import { cliCatalogue } from './cli-catalogue.ts';
import { cliCompile } from './cli-compile.ts';
import { cliPeople } from './cli-people.ts';
import { cliEvidence } from './cli-evidence.ts';
import { cliMinimisation } from './cli-minimisation.ts';
import { cliProvenance } from './cli-provenance.ts';
import { cliEgress } from './cli-egress.ts';
import { cliDevices } from './cli-devices.ts';
import { cliEndpoint } from './cli-endpoint.ts';
import { cliEvaluation } from './cli-evaluation.ts';
import { cliMirror } from './cli-mirror.ts';
import { cliNotices } from './cli-notices.ts';
import { cliPolicy } from './cli-policy.ts';
import { cliProbe } from './cli-probe.ts';
import { cliSiem } from './cli-siem.ts';
import { cliRetention } from './cli-retention.ts';

/** What the command line says. Braces are filled from the arguments. */
export const cli = {
  hint: '  → {hint}',
  'help.intro': 'octroi: the customs post between your workstations and AI coding assistants.',
  'help.more':
    'More on each: octroi COMMAND --help. Exit codes: 0 done, 1 refused, 2 wrong call, 3 not possible here, 4 fault of ours.',
  'help.options': 'Options',
  'help.examples': 'Examples',
  'option.data': 'octroi’s data folder (default ./data)',
  'option.config': 'the settings file (default octroi.yaml, if there is one)',
  'option.json': 'print JSON on standard output and nothing else',
  'option.help': 'this page',
  'option.older-catalogue': 'start though the catalogue is older than the one last in force',
  'option.person': 'the person, by name; screens show a pseudonym',
  'option.workspace': 'the team or project (default: default); for a contract, those it serves, separated by commas',
  'option.days': 'how long the key lasts, in days (default 90)',
  'option.language': 'the language of refusals this person sees: fr or en',
  'option.name': 'the contract’s name (default anthropic)',
  'option.plan': 'a plan of the vendor (for a contract, the one you hold; default api)',
  'option.upstream': 'the vendor’s address (default https://api.anthropic.com)',
  'option.organization': 'the organisation that must answer; another one stops the contract',
  'option.credential-file': 'the file that holds the vendor’s key (default: standard input)',
  'option.from': 'from this instant on, UTC (2026-11-01 or 2026-11-01T08:00)',
  'option.until': 'up to this instant, UTC; of a hold, the day it ends',
  'option.kind': 'only these kinds of record, separated by commas',
  'option.pause-ms': 'the pause between two requests of a person, in milliseconds (default 4000)',
  'up.summary': 'Run the post: gateway, console and database, on this machine',
  'up.ready':
    'octroi {version} is up.\n\n  Console   {consoleUrl}\n  Sign in   {signInLink}\n            (once, within the hour; `octroi console link{options}` makes another)\n  Gateway   {gatewayUrl}\n',
  'up.egress': 'Forward proxy: {egressUrl}\n',
  'up.client':
    'Point Claude Code at it with these two lines:\n\n  export ANTHROPIC_BASE_URL={gatewayUrl}\n  export ANTHROPIC_AUTH_TOKEN=oct_…\n\nMake the key in the console under Keys, or with: octroi key create --person NAME{options}\n\nOr have people sign in instead, by /login in Claude Code with this address: octroi person invite --person NAME{options}',
  'up.contractFirst':
    'Next: add your contract with the vendor, then make a key.\n\n  octroi contract add --organization ID{options} < file-with-the-vendor-key\n  octroi key create --person NAME{options}\n\nThe second prints the two lines that point Claude Code here:\n\n  export ANTHROPIC_BASE_URL={gatewayUrl}\n  export ANTHROPIC_AUTH_TOKEN=oct_…',
  'up.stopping': 'octroi: stopping; open answers may end first…',
  'demo.summary': 'Run the post with a made-up vendor and made-up people, to look around',
  'demo.playing':
    '\nThis is demo data: five people who do not exist work in three workspaces. Ctrl-C ends it.\nAnother sign-in link: octroi console link --data {data}',
  'contractAdd.summary': 'Add the contract under which exchanges leave',
  'contractAdd.credential': 'octroi: reading the vendor’s key from standard input (type it, Enter, Ctrl-D)…',
  'contractAdd.done': 'octroi: contract {name} added ({id}). Its credential is sealed with the master key.',
  'contractAdd.noOrganization':
    'octroi: no organisation was named, so it cannot be checked which one answers. Name it with --organization to have a mismatch stop the contract.',
  'contractList.summary': 'List the contracts',
  'contractList.none':
    'octroi: there is no contract yet. Add one with: octroi contract add --organization ID < file-with-the-vendor-key',
  'contractList.columns': 'ID|NAME|VENDOR|PLAN|ORGANISATION|ADDRESS|STOPPED',
  'contractResume.summary': 'Let exchanges leave again under a contract that was stopped',
  'contractResume.done': 'octroi: contract {contractId} is active again.',
  'keyCreate.summary': 'Hand out an octroi key for a person',
  'keyCreate.once': 'octroi: a key for {pseudonym} in {workspace}, until {expiresAt}. It is shown this once:',
  'keyCreate.contractFirst': 'octroi: there is no contract yet, so requests are refused until: octroi contract add',
  'keyList.summary': 'List the keys, by their last four characters',
  'keyList.none': 'octroi: there is no key yet. Make one with: octroi key create --person NAME',
  'keyList.columns': 'ID|KEY|PERSON|WORKSPACE|STATE|UNTIL',
  'keyRevoke.summary': 'End a key at once and for good',
  'keyRevoke.done': 'octroi: key {keyId} is revoked.',
  'personInvite.summary': 'Make an account for a person, and the link with which they open it',
  'personInvite.notes':
    'The link works once, within seven days. With it the person sets a password or makes a passkey; then /login in Claude Code,\nwith the gateway’s address, signs their client in. Inviting a person again replaces their link and workspaces; the roles\nnamed now are added to those they have.',
  'personInvite.once': 'octroi: an invitation for {pseudonym}, until {expiresAt}. It is shown this once:',
  'personInvite.provider':
    'octroi: an identity provider is set up (signIn.issuer): the sign-in page takes persons there, and passwords are not asked for.',
  'personList.summary': 'List the persons, by pseudonym: roles, workspaces, whether they may sign in',
  'personList.none': 'octroi: nobody is known yet. Invite somebody with: octroi person invite --person NAME',
  'personList.columns': 'ID|PERSON|WORKSPACES|ROLES|STATE|CLIENTS',
  'personDisable.summary': 'Shut a person out at once: sign-in, clients and keys',
  'personDisable.notes':
    'PERSON is a name, a pseudonym or an id. What they sent stays on record. `octroi person enable` lets them in again.',
  'personDisable.done': 'octroi: {person} is shut out; their clients are signed out.',
  'personEnable.summary': 'Let a person in again who was shut out',
  'personEnable.done': 'octroi: {person} may sign in again.',
  'option.role': 'roles the person gets, separated by commas (see octroi person grant)',
  'consoleLink.summary': 'Make a link that signs in to the console once',
  'consoleLink.once': 'octroi: this link works once, within the hour:',
  'export.summary': 'Write the ledger’s records to standard output, one JSON a line',
  'option.key': 'a file of the keys you trust, or a key itself; may be given again',
  'option.origin': 'the log must be the one of this name',
  'verify.summary': 'Verify a proof, an export, a log or checkpoints, offline, from the files alone',
  'option.records': 'with the records in clear; without them the folder holds no personal data',
  'option.verifiable': 'as `octroi verify` proves it: every leaf of the log, with the records that fit in clear',
  'ledgerExport.summary': 'Write the whole log as a folder that can be verified offline and served',
  'ledgerExport.done':
    'octroi: the log {origin}, {size} entries, is in {folder}. Verify it with: octroi verify {folder} --key octroi-keys.txt',
  'ledgerProof.summary': 'Write the proof of one record, with the record itself',
  'ledgerCheckpoint.summary': 'Write the log’s signed head: keep it, and nobody can change what was before it',
  'ledgerConsistency.summary': 'Write the proof that the log has only grown since it had SIZE entries',
  'ledgerKeys.summary': 'Print the keys that verify the log, one a line',
  'ledgerRotateKeys.summary': 'Give the log new signing keys, recorded in the log itself',
  'ledgerRotateKeys.done': 'octroi: the log is signed with these keys from now on. Hand them to those who verify it.',
  'option.root': 'the folder that stands for / (default: this machine)',
  'option.user': 'only this person',
  'option.all-users': 'everybody on the machine (the default for --root and for root)',
  'option.system': 'linux, macos or windows, where the tree does not show it',
  'option.minimum-version': 'the oldest version of Claude Code that may be installed',
  'option.live': 'also start your own shell and compare: this runs your start-up files',
  'option.junit': 'print JUnit XML',
  'option.html': 'print one page of HTML',
  'option.intune': 'print one line; exit code 1 asks Intune to repair',
  'option.jamf': 'print one line between <result> tags; exit code 0',
  'endpointScan.summary': 'Check this workstation: what is in force, and which file and line decides it',
  'endpointScan.columns': 'PERSON|CONTROL|STATE|DECIDED BY|WHY',
  'endpointScan.counts': 'octroi: {met} met, {notMet} not met, {unknown} unknown.',
  'endpointScan.differs': '{session}: {variable} is {scanned} by the files and {real} in a real shell',
  'option.sarif': 'print SARIF 2.1.0 on standard output',
  'option.jsonl': 'answer lines of {"id","text"} by lines of {"id","findings"}',
  'option.rules': 'add rules in the format of gitleaks (may be given more than once)',
  'option.dictionary': 'add a plain dictionary, or a list made by `octroi dictionary build` (more than once)',
  'option.without': 'leave out the detector with this id (more than once)',
  'option.exclude': 'pass over what has this name or matches this pattern (more than once)',
  'option.as': 'what the values are, as findings name them (default listed_value)',
  'option.out': 'the file to write; for a compiled policy, the folder (default: standard output)',
  'detect.summary': 'Find secrets and personal data in files, folders or standard input',
  'detect.notes':
    'Shows where and what, never the value. Folders are read to the bottom, files that .gitignore names included;\n.git and symbolic links in them are not. Without FILE, or with -, standard input is read.\nExit codes: 0 nothing found, 1 something found, 2 wrong call, 3 something could not be scanned (said by name).\nWith --jsonl: 0 every line answered, 3 not every line.',
  'detect.tally':
    'octroi: findings: {findings} (in files: {filesWithFindings}) · files scanned: {files} ({megabytes} MB)',
  'detect.passedOver':
    'octroi: passed over: binary files: {binaries} · symbolic links: {links} · sockets and devices: {special} (--json names the binary files)',
  'detect.incomplete': 'octroi: not scanned: {count}. Do not take these for clean.',
  'detect.unscanned': 'octroi: {path}: not scanned: {reason}',
  'detect.binary': '{path} is no text and was passed over.',
  'detect.unanswered': 'octroi: lines not answered: {count}. Each has a line with "error" in its place.',
  'detect.reason.timed_out': 'it took too long',
  'detect.reason.failed': 'the scan failed',
  'detect.reason.ENOENT': 'there is no such file',
  'detect.reason.EACCES': 'it may not be read',
  'detect.line.name': 'Line {line}',
  'detect.line.notJson': 'no JSON',
  'detect.line.noText': 'no object with a text',
  'detect.rule.secret': 'Secret: {kind}',
  'detect.rule.personal': 'Personal data: {kind}',
  'detect.rule.dictionary': 'Word or value of the company: {kind}',
  'detect.message.secret': 'A secret stands here ({kind}).',
  'detect.message.personal': 'Personal data stands here ({kind}).',
  'detect.message.dictionary': 'A word or value of the company stands here ({kind}).',
  'detect.help.secret':
    'Take the secret out of the file, have it replaced where it is valid, and read it from the environment or a vault.',
  'detect.help.personal': 'Replace the data by made-up data, or keep the file out of what is shared.',
  'detect.help.dictionary':
    'Your company has listed this word or value. Take it out, or keep the file out of what is shared.',
  'dictionaryBuild.summary': 'Make a list of hashed values, so that the plain values stay where they are',
  'dictionaryBuild.notes':
    'FILE has a value a line (5 to 40 letters and digits; - for standard input). Values are compared by letters and digits\nalone. The list holds salted hashes: whoever has it can try values, so keep it like a secret.',
  'dictionaryBuild.done': 'octroi: {values} values of kind {kind} stand in {file}.',
  ...cliCatalogue,
  ...cliCompile,
  ...cliPeople,
  ...cliEvaluation,
  ...cliEndpoint,
  ...cliDevices,
  ...cliEgress,
  ...cliMirror,
  ...cliNotices,
  ...cliPolicy,
  ...cliProbe,
  ...cliSiem,
  ...cliEvidence,
  ...cliMinimisation,
  ...cliProvenance,
  ...cliRetention,
} as const;
