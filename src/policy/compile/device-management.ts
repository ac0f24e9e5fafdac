import { madeArgs } from './about.ts';
import { claudeCodeLimits, claudeCodeSettings } from './claude-code.ts';
import type { CompileInput, Target } from './target.ts';

/** A configuration profile for macOS (Jamf and every other MDM): Claude Code's managed preferences, for the device. */
export const mobileConfig: Target = {
  id: 'mobileconfig',
  plan: 'anthropic/api',
  make: (input) => [
    {
      name: 'octroi-claude-code.mobileconfig',
      text: profile(input),
      comment: undefined,
      limits: claudeCodeLimits(input),
    },
  ],
};

/** A registry file for Windows (Intune, group policy): Claude Code reads the whole document from one value. */
export const registryFile: Target = {
  id: 'reg',
  plan: 'anthropic/api',
  make: (input) => [
    {
      name: 'octroi-claude-code.reg',
      text: registry(JSON.stringify(claudeCodeSettings(input))),
      comment: ';',
      firstLine: 'Windows Registry Editor Version 5.00\r\n',
      limits: [...claudeCodeLimits(input), { key: 'registryEncoding' }],
    },
  ],
};

const identifier = 'com.anthropic.claudecode';

function profile(input: CompileInput): string {
  const { version } = input.policy;
  const payload = {
    ...claudeCodeSettings(input),
    PayloadType: identifier,
    PayloadIdentifier: `octroi.${identifier}`,
    PayloadUUID: uuidFrom(version, 0),
    PayloadVersion: 1,
  };
  const whole = {
    PayloadContent: [payload],
    PayloadDescription: input.say('compile.made', madeArgs(input)),
    PayloadDisplayName: 'octroi: Claude Code',
    PayloadIdentifier: 'octroi.claude-code',
    PayloadScope: 'System',
    PayloadType: 'Configuration',
    PayloadUUID: uuidFrom(version, 32),
    PayloadVersion: 1,
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    ...plist(whole),
    '</plist>',
    '',
  ].join('\n');
}

// The same policy gives the same profile: installing it again changes nothing.
function uuidFrom(version: string, offset: number): string {
  const digits = version.slice(offset, offset + 32).toUpperCase();
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => digits.slice(from, to))
    .join('-');
}

function plist(value: unknown): readonly string[] {
  if (typeof value === 'string') return [`<string>${escaped(value)}</string>`];
  if (typeof value === 'boolean') return [`<${value}/>`];
  if (typeof value === 'number') return [`<integer>${value}</integer>`];
  if (Array.isArray(value)) return ['<array>', ...value.flatMap(plist).map(indented), '</array>'];
  const members = Object.entries(value as Record<string, unknown>);
  return [
    '<dict>',
    ...members.flatMap(([key, each]) => [`<key>${escaped(key)}</key>`, ...plist(each)]).map(indented),
    '</dict>',
  ];
}

function indented(line: string): string {
  return `  ${line}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function registry(settings: string): string {
  const value = settings.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\ClaudeCode]\r\n"Settings"="${value}"\r\n`;
}
