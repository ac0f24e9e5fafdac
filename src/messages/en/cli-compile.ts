/** What the command line and the compiled files say. Braces are filled from the arguments. */
export const cliCompile = {
  'option.target': 'what it is written out for; without it the targets are listed; `all` stands for every one',
  'option.contract': 'the contract of the policy under which the plan is held (default: the one for that plan)',
  'option.gateway': 'the gateway’s address as Claude Code must have it (to compile, by default that of the settings)',
  'option.login': 'instead of the gateway: the organisation Claude Code must sign in to',
  'option.hooks': 'the address that Claude Code’s hooks are sent to (default: no hooks)',
  'policyCompile.summary': 'Write the policy out for other programs: assistants, device management, the network',
  'policyCompile.columns': 'TARGET|MADE FOR',
  'policyCompile.wrote': 'octroi: wrote {path}',
  'compile.made':
    'Made by octroi from policy {version} and catalogue {catalogue}, for the plan {plan}. Do not change it by hand.',
  'compile.limits': 'What it cannot enforce there:',
  'compileLimit.content':
    'No content is inspected: secrets and personal data in files that are not named here pass. The gateway finds them.',
  'compileLimit.person': 'It is the same for everyone: roles and training are not known there.',
  'compileLimit.detectors': 'What is labelled by what is found in it ({labels}) is not covered.',
  'compileLimit.outsideRepository': '{count} paths outside the repository (home folders, roots, drives) are left out.',
  'compileLimit.exceptions': 'It has no exceptions: what the policy excepts from these paths is denied too.',
  'compileLimit.letterCase': 'Letters count as they are written; the policy itself ignores case.',
  'compileLimit.ignoreFileUnmanaged': 'Whoever may change the repository may change it.',
  'compileLimit.commands': 'It does not hold for commands that the assistant runs in a terminal.',
  'compileLimit.aiexcludeEditors': 'JetBrains editors have no setting for it, and command lines read another file.',
  'compileLimit.claudeImports': 'Imports (@file) in instruction files go past the Read rules.',
  'compileLimit.claudeSandbox':
    'The sandbox covers commands where it can run. On Linux it needs bwrap and socat, and the client does not work without them; it takes no wildcards there, so that of these paths only those without one hold there.',
  'compileLimit.claudeToken': 'The key of each person (ANTHROPIC_AUTH_TOKEN) is not in it.',
  'compileLimit.claudeHooks': 'Hooks let everything pass when they are not answered: the gateway decides all the same.',
  'compileLimit.claudeLogin':
    'Signed in, Claude Code does not come through the gateway: nothing is inspected, redacted or declared.',
  'compileLimit.registryEncoding':
    'Save it as UTF-16 if your tool asks for it; the text is plain ASCII where the policy is.',
  'compileLimit.copilotSurfaces':
    'Content exclusion does not reach Copilot’s command line, its cloud agent, agent modes and third-party agents.',
  'compileLimit.copilotTelemetry': 'No setting is known that stops GitHub’s own telemetry.',
  'compileLimit.copilotCommands': 'The rules hold for Copilot’s own tools; a command may read the files another way.',
  'compileLimit.noPaths': 'It knows no paths: nothing keeps a file from being read.',
  'compileLimit.vscodeExtensions': 'Extensions that do not ask for VS Code’s telemetry setting send what they like.',
  'compileLimit.userSettings': 'These are a person’s settings: whoever owns them can change them.',
  'compileLimit.awsOptOut':
    'For a whole organisation, set the AI services opt-out policy in AWS Organizations beside it.',
  'compileLimit.planRefused': 'The policy refuses {plan} altogether: do not let this program be used under it.',
  'compileLimit.codexGlobs': 'Releases of Codex are reported to have passed over wildcards here; test yours.',
  'compileLimit.codexWire': 'Codex speaks a wire that the gateway does not: nothing is inspected there.',
  'compileLimit.geminiIgnore': 'Paths are kept out by .geminiignore in the repository (target geminiignore).',
  'compileLimit.geminiEnvironment':
    'GEMINI_CLI_SYSTEM_SETTINGS_PATH can name another file: set it where people cannot.',
  'compileLimit.networkContent': 'Names say where to, not what: labels, findings and persons do not count here.',
  'compileLimit.sharedHost': 'Telemetry that shares a host with the API or with sign-in passes (Claude Code’s does).',
  'compileLimit.otherPlans': 'Plans that share a host cannot be told apart by name; a tenant header can.',
  'compileLimit.sharedNames':
    'Other programs use these hosts as well, so that they are neither allowed nor denied here; decide on them yourself: {hosts}',
  'compileLimit.squidLocalnet':
    'It allows for the sources of your own list `localnet` alone: define that before the line that includes this file.',
  'compileLimit.squidSni':
    'A client may name one host and speak to another; peek at the SNI, and require it to be the same.',
  'compileLimit.resolver': 'It holds for those who ask this resolver: block others, and DNS over HTTPS.',
  'compileLimit.innerWildcards': '{count} patterns with a wildcard within the name cannot be expressed.',
  'compileLimit.hostsWildcards': '{count} patterns with a wildcard cannot be expressed.',
  'compileLimit.hostsAdministrator': 'Whoever administers the machine can change it.',
  'compileLimit.pacBrowsers': 'Browsers keep to it. Claude Code and other command lines read HTTPS_PROXY and no PAC.',
  'compileLimit.nftAddresses':
    'Addresses are shared by many names: neighbours of a denied one may be hit, and changes are seen late.',
  'compileLimit.dnsmasqBelow': 'dnsmasq takes a name with all that is below it, unless that is listed itself.',
} as const;
