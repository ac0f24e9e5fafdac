import { cliCatalogue } from './cli-catalogue.ts';
import { cliCompile } from './cli-compile.ts';
import { cliPolicy } from './cli-policy.ts';

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
  'option.person': 'who the key is for; screens show a pseudonym',
  'option.workspace': 'the team or project (default: default); for a contract, those it serves, separated by commas',
  'option.days': 'how long the key lasts, in days (default 90)',
  'option.language': 'the language of refusals this person sees: fr or en',
  'option.name': 'the contract’s name (default anthropic)',
  'option.plan': 'a plan of the vendor (for a contract, the one you hold; default api)',
  'option.upstream': 'the vendor’s address (default https://api.anthropic.com)',
  'option.organization': 'the organisation that must answer; another one stops the contract',
  'option.credential-file': 'the file that holds the vendor’s key (default: standard input)',
  'option.from': 'from this instant on, UTC (2026-11-01 or 2026-11-01T08:00)',
  'option.until': 'up to this instant, UTC',
  'option.kind': 'only these kinds of record, separated by commas',
  'option.pause-ms': 'the pause between two requests of a person, in milliseconds (default 4000)',
  'up.summary': 'Run the post: gateway, console and database, on this machine',
  'up.ready':
    'octroi {version} is up.\n\n  Console   {consoleUrl}\n  Sign in   {signInLink}\n            (once, within the hour; `octroi console link` makes another)\n  Gateway   {gatewayUrl}\n',
  'up.client':
    'Point Claude Code at it with these two lines:\n\n  export ANTHROPIC_BASE_URL={gatewayUrl}\n  export ANTHROPIC_AUTH_TOKEN=oct_…\n\nMake the key in the console under Keys, or with: octroi key create --person NAME',
  'up.contractFirst':
    'Next: add your contract with the vendor, then make a key.\n\n  octroi contract add --organization ID < file-with-the-vendor-key\n  octroi key create --person NAME\n\nThe second prints the two lines that point Claude Code here:\n\n  export ANTHROPIC_BASE_URL={gatewayUrl}\n  export ANTHROPIC_AUTH_TOKEN=oct_…',
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
  'consoleLink.summary': 'Make a link that signs in to the console once',
  'consoleLink.once': 'octroi: this link works once, within the hour:',
  'export.summary': 'Write the ledger’s records to standard output, one JSON a line',
  ...cliCatalogue,
  ...cliCompile,
  ...cliPolicy,
} as const;
