import { escapeMarkup } from '../../base/index.ts';
/** What a service file names: the command that reports once, word by word, and how often. */
export type ServiceFacts = { readonly command: readonly string[]; readonly everyMinutes: number };

export const serviceKinds = ['systemd', 'launchd', 'schtasks'] as const;

export type ServiceKind = (typeof serviceKinds)[number];

/** The files by which a system reports by itself: name and text. They report once each time, so that nothing runs between. */
export function serviceFiles(
  kind: ServiceKind,
  facts: ServiceFacts,
): readonly { readonly name: string; readonly text: string }[] {
  if (kind === 'systemd') return systemd(facts);
  return kind === 'launchd' ? launchd(facts) : scheduledTask(facts);
}

function systemd({ command, everyMinutes }: ServiceFacts) {
  const service = `[Unit]
Description=octroi: report on this workstation
After=network-online.target
Wants=network-online.target

[Service]
Type=oneshot
ExecStart=${command.map(systemdWord).join(' ')}
StateDirectory=octroi/endpoint
NoNewPrivileges=yes
PrivateTmp=yes
ProtectSystem=strict
ReadWritePaths=/var/lib/octroi
ProtectHome=read-only
`;
  const timer = `[Unit]
Description=octroi: report on this workstation, every ${everyMinutes} minutes

[Timer]
OnBootSec=2min
OnUnitActiveSec=${everyMinutes}min
RandomizedDelaySec=${jitterMinutes(everyMinutes)}min

[Install]
WantedBy=timers.target
`;
  return [
    { name: '/etc/systemd/system/octroi-report.service', text: service },
    { name: '/etc/systemd/system/octroi-report.timer', text: timer },
  ];
}

function launchd({ command, everyMinutes }: ServiceFacts) {
  const words = command.map((word) => `    <string>${escapeMarkup(word)}</string>`).join('\n');
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>octroi.report</string>
  <key>ProgramArguments</key>
  <array>
${words}
  </array>
  <key>RunAtLoad</key>
  <true/>
  <key>StartInterval</key>
  <integer>${everyMinutes * 60}</integer>
  <key>ProcessType</key>
  <string>Background</string>
</dict>
</plist>
`;
  return [{ name: '/Library/LaunchDaemons/octroi.report.plist', text }];
}

function scheduledTask({ command, everyMinutes }: ServiceFacts) {
  const [program = '', ...words] = command;
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>octroi: report on this workstation</Description>
  </RegistrationInfo>
  <Triggers>
    <TimeTrigger>
      <Repetition>
        <Interval>PT${everyMinutes}M</Interval>
      </Repetition>
      <StartBoundary>2026-01-01T00:00:00</StartBoundary>
      <RandomDelay>PT${jitterMinutes(everyMinutes)}M</RandomDelay>
      <Enabled>true</Enabled>
    </TimeTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>S-1-5-18</UserId>
      <RunLevel>HighestAvailable</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT15M</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>${escapeMarkup(program)}</Command>
      <Arguments>${escapeMarkup(words.map(windowsWord).join(' '))}</Arguments>
    </Exec>
  </Actions>
</Task>
`;
  return [{ name: 'octroi-report.xml', text }];
}

// A fleet that was switched on together does not report together.
function jitterMinutes(everyMinutes: number): number {
  return Math.max(1, Math.floor(everyMinutes / 10));
}

// systemd.syntax: quotes as in C, and % begins a specifier, $ a variable.
function systemdWord(word: string): string {
  const safe = word.replaceAll('%', '%%').replaceAll('$', '$$$$');
  return /^[\w@+,./:=-]+$/.test(word) ? safe : `"${safe.replaceAll(/["\\]/g, '\\$&')}"`;
}

// As CommandLineToArgvW takes words apart: a quote in a word, and backslashes before it, are escaped.
function windowsWord(word: string): string {
  if (word !== '' && !/[\s"]/.test(word)) return word;
  return `"${word.replaceAll(/(\\*)"/g, String.raw`$1$1\"`).replaceAll(/(\\+)$/g, '$1$1')}"`;
}
