import { parse } from 'smol-toml';
import { isRecord, valueAt } from '../claude/settings-document.ts';
import { because, type Control, type Judgement, type Subject } from '../controls/control.ts';
import { editorFolders } from '../machine/editor-folders.ts';
import { codexRequirements, copilotManagedFile, geminiSystemFolder } from './managed-places.ts';
import { all, type AssistantSetting, mustBe, notHere, readSetting } from './assistant-setting.ts';

/** Copilot's managed settings count only as no link, and where nobody but their owner can write. Who owns them is not asked. */
function copilotManaged(subject: Subject): Judgement {
  const { machine, person } = subject;
  const isHere = ['.copilot', '.config/github-copilot', '.config/copilot', 'AppData/Local/github-copilot'].some(
    (name) => machine.files.isFolder(`${person.home}/${name}`),
  );
  const file = copilotManagedFile(machine);
  const entry = machine.files.entry(file);
  const place = { file, line: 1 };
  if (!entry)
    return isHere ? { state: 'not_met', why: because('managed_absent', { file }) } : notHere('GitHub Copilot');
  if (entry.links.length > 0) return { state: 'not_met', why: because('managed_link', { file: entry.path }), place };
  if (machine.system !== 'windows' && (entry.mode & 0o022) !== 0)
    return { state: 'not_met', why: because('managed_writable', { file }), place };
  const capture = readSetting(subject, file, 'telemetry.captureContent');
  if (capture?.value === true) return mustBe('telemetry.captureContent', false, [capture]);
  return { state: 'met', why: because('managed_in_force', { file }), place, holds: true };
}

function codexFolder({ person, situations }: Subject): string {
  const bound = situations[0]?.session.state.get('CODEX_HOME');
  return bound?.kind === 'set' && bound.text.kind === 'known' ? bound.text.text : `${person.home}/.codex`;
}

function tomlSetting(
  { machine }: Subject,
  file: string,
  path: readonly string[],
): AssistantSetting | undefined | 'broken' {
  const reading = machine.files.read(file);
  if (reading.kind === 'absent') return undefined;
  if (reading.kind === 'fault') return 'broken';
  const text = reading.bytes.toString('utf8');
  try {
    const values: unknown = parse(text);
    const value = isRecord(values) ? valueAt(values, path) : undefined;
    return value === undefined ? undefined : { value, file, line: lineOfKey(text, path.at(-1) ?? '') };
  } catch {
    // Codex refuses a file that does not parse; so it sets nothing.
    return 'broken';
  }
}

function lineOfKey(text: string, key: string): number {
  const lines = text.split('\n').findIndex((line) => new RegExp(`^\\s*(?:[\\w.]+\\.)?${key}\\s*=`).test(line));
  return lines + 1 || 1;
}

function codex(subject: Subject, path: readonly string[], wanted: unknown): Judgement {
  const folder = codexFolder(subject);
  const system = [codexRequirements, '/etc/codex/managed_config.toml', '/etc/codex/config.toml'];
  if (!subject.machine.files.isFolder(folder) && !system.some((file) => subject.machine.files.isFile(file)))
    return notHere('Codex');
  const found = [...system.slice(0, 2), `${folder}/config.toml`, ...system.slice(2)].map((file) =>
    tomlSetting(subject, file, path),
  );
  const broken = found.indexOf('broken');
  if (broken === 2)
    return {
      state: 'not_met',
      why: because('file_rejected', { file: `${folder}/config.toml`, fault: 'malformed' }),
      place: { file: `${folder}/config.toml`, line: 1 },
    };
  return mustBe(
    path.join('.'),
    wanted,
    found.map((one) => (one === 'broken' ? undefined : one)),
  );
}

function codexLogin(subject: Subject): Judgement {
  const folder = codexFolder(subject);
  if (!subject.machine.files.isFolder(folder)) return notHere('Codex');
  const found = ['/etc/codex/requirements.toml', '/etc/codex/managed_config.toml', `${folder}/config.toml`]
    .map((file) => tomlSetting(subject, file, ['forced_login_method']))
    .find((one) => one !== undefined && one !== 'broken');
  return mustBe('forced_login_method', found?.value ?? 'api', [found]);
}

/** Gemini CLI: the system's file beats a person's, which beats the system's defaults. The older flat key counts too. */
function gemini(subject: Subject): Judgement {
  const { machine, person } = subject;
  const own = `${person.home}/.gemini`;
  const folder = geminiSystemFolder(machine);
  if (!machine.files.isFolder(own) && !machine.files.isFolder(folder)) return notHere('Gemini CLI');
  const files = [`${folder}/settings.json`, `${own}/settings.json`, `${folder}/system-defaults.json`];
  const keys = ['privacy.usageStatisticsEnabled', 'usageStatisticsEnabled'];
  return mustBe(
    'privacy.usageStatisticsEnabled',
    false,
    files.flatMap((file) => keys.map((key) => readSetting(subject, file, key))),
  );
}

function kiro(subject: Subject, editorKey: string, cliKey: string): Judgement {
  const { machine, person } = subject;
  const judged: Judgement[] = [];
  for (const folder of editorFolders(machine, person, 'kiro').filter((one) => machine.files.isFolder(one))) {
    const wanted = editorKey === 'telemetry.telemetryLevel' ? 'off' : false;
    judged.push(mustBe(editorKey, wanted, [readSetting(subject, `${folder}/User/settings.json`, editorKey)]));
  }
  const cli = `${person.home}/.kiro/settings/cli.json`;
  if (machine.files.isFile(cli)) judged.push(mustBe(cliKey, false, [readSetting(subject, cli, cliKey)]));
  return judged.length > 0 ? all(judged) : notHere('Kiro');
}

/** The Amazon Q command line keeps its settings apart from the editor's. */
function amazonQCommandLine(subject: Subject): Judgement {
  const { machine, person } = subject;
  const folder =
    machine.system === 'macos'
      ? `${person.home}/Library/Application Support/amazon-q`
      : `${person.home}/.local/share/amazon-q`;
  if (!machine.files.isFolder(folder)) return notHere('Amazon Q');
  return all(
    ['telemetry.enabled', 'codeWhisperer.shareCodeWhispererContentWithAWS'].map((key) =>
      mustBe(key, false, [readSetting(subject, `${folder}/settings.json`, key)]),
    ),
  );
}

/** JetBrains' one consent file for all its editors: `rsch.send.usage.stat:1.1:0:…` says no. */
function jetBrains({ machine, person }: Subject): Judgement {
  const base =
    machine.system === 'macos'
      ? `${person.home}/Library/Application Support`
      : machine.system === 'windows'
        ? `${person.home}/AppData/Roaming`
        : `${person.home}/.local/share`;
  const file = `${base}/JetBrains/consentOptions/accepted`;
  const isHere =
    machine.files.isFolder(`${base}/JetBrains`) || machine.files.isFolder(`${person.home}/.config/JetBrains`);
  if (!isHere) return notHere('JetBrains');
  const reading = machine.files.read(file);
  const text = reading.kind === 'read' ? reading.bytes.toString('utf8') : '';
  const consent = /rsch\.send\.usage\.stat:[\d.]+:([01]):/.exec(text)?.[1];
  return mustBe('rsch.send.usage.stat', '0', [consent === undefined ? undefined : { value: consent, file, line: 1 }]);
}

export const commandLineControls: readonly Control[] = [
  { id: 'copilot_managed_settings', judge: copilotManaged },
  { id: 'amazon_q_cli', judge: amazonQCommandLine },
  { id: 'kiro_telemetry', judge: (subject) => kiro(subject, 'telemetry.telemetryLevel', 'telemetry.enabled') },
  {
    id: 'kiro_content_sharing',
    judge: (subject) =>
      kiro(subject, 'telemetry.contentCollection.enabled', 'codeWhisperer.shareCodeWhispererContentWithAWS'),
  },
  { id: 'codex_telemetry', judge: (subject) => codex(subject, ['analytics', 'enabled'], false) },
  { id: 'codex_plugins', judge: (subject) => codex(subject, ['features', 'plugins'], false) },
  { id: 'codex_login', judge: codexLogin },
  { id: 'gemini_telemetry', judge: gemini },
  { id: 'jetbrains_data_sharing', judge: jetBrains },
];
