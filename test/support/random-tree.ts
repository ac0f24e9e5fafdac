import { mkdir, open, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Numbers from a seed, so that a tree that breaks something can be made again. */
export function makeRandom(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

// biome-ignore format: a table
const paths = [
  'etc/passwd', 'etc/environment', 'etc/profile', 'etc/profile.d/a.sh', 'etc/bash.bashrc', 'etc/zsh/zshenv', 'etc/os-release',
  'etc/security/pam_env.conf', 'etc/pam.d/login', 'etc/environment.d/a.conf', 'etc/csh.cshrc', 'etc/fish/config.fish',
  'etc/claude-code/managed-settings.json', 'etc/claude-code/managed-settings.d/a.json', 'etc/vscode/policy.json',
  'home/alice/.bashrc', 'home/alice/.profile', 'home/alice/.bash_profile', 'home/alice/.zshrc', 'home/alice/.zshenv',
  'home/alice/.config/fish/config.fish', 'home/alice/.config/fish/fish_variables', 'home/alice/.cshrc', 'home/alice/.kshrc',
  'home/alice/.claude/settings.json', 'home/alice/.claude.json', 'home/alice/.claude/projects/a/b.jsonl',
  'home/alice/.claude/history.jsonl', 'home/alice/src/.claude/settings.json', 'home/alice/.config/Code/User/settings.json',
  'home/alice/.codex/config.toml', 'home/alice/.gemini/settings.json', 'Users/bob/.zshrc', 'Users/bob/.claude/settings.json',
  'Library/LaunchAgents/a.plist', 'Library/Managed Preferences/com.anthropic.claudecode.plist', 'machine.reg',
  'Users/bob/NTUSER.reg', 'Users/bob/Documents/PowerShell/profile.ps1', 'mnt/c/Program Files/ClaudeCode/managed-settings.json',
];

// biome-ignore format: a table
const scraps = [
  'export DISABLE_TELEMETRY=1\n', 'if', 'then\n', 'fi\n', 'case $x in\n', '*) ;;\n', 'esac\n', '{', '}', '(', ')', '"', "'", '`', '$(', '${', '$((',
  '<<EOF\n', 'EOF\n', '\\\n', '\r\n', '\n', '\0', '\uFEFF', '\u2028', '. ~/.bashrc\n', 'source /etc/profile\n', 'f() { f; }; f\n', 'while true; do\n',
  'done\n', 'for i in 1 2 3; do\n', 'eval "$(x)"\n', 'exec bash\n', 'exec zsh -l\n', 'return\n', 'export $x\n', 'set -a\n', 'unset DISABLE_TELEMETRY\n',
  'alias claude="claude"\n', 'claude() { claude; }\n', 'cat /etc/shadow\n', 'touch "$MARK"\n', '$(touch "$MARK")', 'setenv A 1\n', 'set -gx A 1\n', 'end\n',
  'begin\n', 'switch a\n', 'endif\n', 'foreach x (a)\n', 'alice:x:1000:1000::/home/alice:/bin/bash\n', 'bob:x:1001:1001::/home/bob:/bin/zsh\n',
  'carol:x:1002:1002::/home/carol:/usr/bin/fish\n', '{"env":{"DISABLE_TELEMETRY":"1"}}', '{"env":null,"permissions":[1]}', '[[[[[[[[', '{"a":{"a":{"a":',
  '{"permissions":{"deny":["Read(./.env)",5,null]},"hooks":{"x":[]},"cleanupPeriodDays":"x"}', '<?xml version="1.0"?><plist><dict><key>RunAtLoad</key><true/>',
  '<key>ProgramArguments</key><array><string>/bin/sh</string><string>-c</string><string>touch $MARK</string></array></dict></plist>', 'bplist00\x01\x02',
  'Windows Registry Editor Version 5.00\n', '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\ClaudeCode]\n', '"Settings"="{}"\n', '"x"=hex(2):zz,\\\n', '$env:A = "1"\n',
  'if ($x) {\n', '@"\n', '[a.b]\nc = 1\n', 'A DEFAULT=@{HOME} OVERRIDE=${A}\n', 'ID=debian\n', 'auth required pam_env.so user_readenv=1\n', '$'.repeat(200), '('.repeat(300),
  '{"a":'.repeat(400), '[*[*[*[', 'a*b*c*d*e*f*g*', '~root/', '../../../../../../etc/passwd', 'x'.repeat(5000),
];

/** Writes a tree of real paths with senseless content: scraps of every language, links, pipes' places, odd modes. */
export async function writeRandomTree(root: string, seed: number): Promise<void> {
  const random = makeRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  await writeAt(root, 'etc/passwd', {
    content: 'alice:x:1000:1000::/home/alice:/bin/bash\nzed:x:1003:1003::/home/zed:/bin/tcsh\n',
    mode: 0o644,
  });
  for (let count = 4 + random(12); count > 0; count -= 1) {
    const path = pick(paths);
    if (random(12) === 0) {
      await linkAt(
        root,
        path,
        pick([
          '/etc/passwd',
          '../../../../../../../etc/shadow',
          path,
          '/home',
          '/',
          '../..',
          '/proc/self/environ',
          '/dev/zero',
        ]),
      );
      continue;
    }
    const text = Array.from({ length: 1 + random(25) }, () => pick(scraps)).join(pick(['', ' ', '\n']));
    const bytes = random(10) === 0 ? Buffer.from(text, 'utf16le') : Buffer.from(text);
    if (random(8) === 0) for (let flips = random(20); flips > 0; flips -= 1) bytes[random(bytes.length)] = random(256);
    await writeAt(root, path, {
      content: bytes,
      mode: random(8) === 0 ? pick([0, 0o200, 0o600, 0o666, 0o777]) : 0o644,
    });
  }
}

type Written = { readonly content: Buffer | string; readonly mode: number };

/**
 * Makes a file that was not there. The mode is set on what was made here, by its handle: by its path it would go
 * through a link, and out of the tree.
 */
async function writeAt(root: string, path: string, { content, mode }: Written): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true }).catch(() => undefined);
  // A path may be taken already: then this one is left out.
  const file = await open(join(root, path), 'wx').catch(() => undefined);
  await file?.writeFile(content);
  await file?.chmod(mode);
  await file?.close();
}

async function linkAt(root: string, path: string, target: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true }).catch(() => undefined);
  await symlink(target, join(root, path)).catch(() => undefined);
}
