import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const transcript =
  `${JSON.stringify({ type: 'user', message: { role: 'user', content: 'Rename the field.' } })}\n`.repeat(40);

/** Writes a Linux tree in which every home holds what a developer's does: shells, an assistant, editors, repositories. */
export function writeHomes(root: string, count: number): void {
  const names = Array.from({ length: count }, (_, index) => `person${String(index).padStart(3, '0')}`);
  const accounts = names.map((name, index) => `${name}:x:${2000 + index}:100::/home/${name}:/bin/bash\n`);
  write(root, 'etc/os-release', 'ID=debian\n');
  write(root, 'etc/passwd', accounts.join(''));
  write(root, 'etc/profile', 'export PATH=/usr/local/bin:/usr/bin:/bin\n. /etc/profile.d/company.sh\n');
  write(root, 'etc/profile.d/company.sh', 'export DISABLE_TELEMETRY=1\n');
  write(root, 'etc/claude-code/managed-settings.json', JSON.stringify({ permissions: { deny: ['Read(./.env)'] } }));
  for (const name of names) writeHome(root, `home/${name}`);
}

function writeHome(root: string, home: string): void {
  const projects = ['billing', 'storefront', 'ledger', 'tools', 'site'].map((name) => `${home}/work/${name}`);
  write(root, `${home}/.bashrc`, startUp);
  write(root, `${home}/.profile`, 'if [ -n "$BASH_VERSION" ]; then . "$HOME/.bashrc"; fi\n');
  write(root, `${home}/.config/Code/User/settings.json`, '{ "telemetry.telemetryLevel": "off" } // ours\n');
  write(
    root,
    `${home}/.claude/settings.json`,
    JSON.stringify({ cleanupPeriodDays: 20, env: { DISABLE_TELEMETRY: '1' } }),
  );
  const known = Object.fromEntries(projects.map((path) => [`/${path}`, { hasTrustDialogAccepted: true }]));
  write(root, `${home}/.claude.json`, JSON.stringify({ projects: known }));
  for (const project of projects) {
    write(root, `${project}/.git/config`, '[core]\n\tbare = false\n');
    write(root, `${project}/.claude/settings.json`, JSON.stringify({ permissions: { allow: ['Bash(npm test)'] } }));
    write(root, `${project}/CLAUDE.md`, '# How to build\n');
    const folder = `/${project}`.replaceAll('/', '-');
    for (const session of ['a', 'b', 'c'])
      write(root, `${home}/.claude/projects/${folder}/${session}.jsonl`, transcript);
  }
}

const startUp = `case $- in *i*) ;; *) return;; esac
export HISTSIZE=1000
if [ -f ~/.bash_aliases ]; then . ~/.bash_aliases; fi
for folder in "$HOME/bin" "$HOME/.local/bin"; do [ -d "$folder" ] && PATH="$folder:$PATH"; done
export PATH
export ANTHROPIC_BASE_URL="https://octroi.internal"
alias ll='ls -l'
prompt() { PS1="$USER:\\w$ "; }
PROMPT_COMMAND=prompt
`;

function write(root: string, path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
