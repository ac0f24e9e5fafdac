import type { Control, Judgement, Subject } from '../controls/control.ts';
import { because } from '../controls/control.ts';
import { type EditorName, editorFolders } from '../machine/editor-folders.ts';
import { readPlist } from '../machine/plist.ts';
import { vscodePolicyFile } from './managed-places.ts';
import { all, type AssistantSetting, mustBe, notHere, readSetting } from './assistant-setting.ts';

/** The settings file of an editor, where the editor is in use: its folder or its extensions are there. */
function settingsFiles(subject: Subject, name: EditorName, extensions: readonly string[]): readonly string[] {
  const { machine, person } = subject;
  const folders = editorFolders(machine, person, name).filter((folder) => machine.files.isFolder(folder));
  const first = editorFolders(machine, person, name)[0] ?? '';
  const isInstalled = extensions.some((folder) => machine.files.isFolder(`${person.home}/${folder}/extensions`));
  return (folders.length > 0 ? folders : isInstalled ? [first] : []).map((folder) => `${folder}/User/settings.json`);
}

const extensionFolders = {
  code: ['.vscode', '.vscode-insiders'],
  cursor: ['.cursor'],
  windsurf: ['.windsurf'],
  kiro: ['.kiro'],
} as const;

/** An administrator's policy of VS Code: a file on Linux, preferences on macOS, the registry on Windows. */
function policy(subject: Subject, name: string): AssistantSetting | undefined {
  const { machine, registry } = subject;
  if (machine.system === 'linux') return readSetting(subject, vscodePolicyFile, name);
  if (machine.system === 'windows') {
    const found = [...registry.machine, ...registry.own].find(
      (value) =>
        value.key.endsWith('\\SOFTWARE\\POLICIES\\MICROSOFT\\VSCODE') &&
        value.name.toLowerCase() === name.toLowerCase(),
    );
    return (
      found && { value: found.type === 'number' ? found.text !== '0' : found.text, file: found.file, line: found.line }
    );
  }
  const file = '/Library/Managed Preferences/com.microsoft.VSCode.plist';
  const list = readPlist(machine.files, file);
  const value = list.kind === 'read' ? list.values[name] : undefined;
  return value === undefined ? undefined : { value, file, line: 1 };
}

function telemetryOff(subject: Subject, name: EditorName, title: string): Judgement {
  const files = settingsFiles(subject, name, extensionFolders[name]);
  if (files.length === 0) return notHere(title);
  const managed = name === 'code' ? policy(subject, 'TelemetryLevel') : undefined;
  return all(
    files.map((file) =>
      mustBe('telemetry.telemetryLevel', 'off', [managed, readSetting(subject, file, 'telemetry.telemetryLevel')]),
    ),
  );
}

function feedbackOff(subject: Subject): Judgement {
  const files = settingsFiles(subject, 'code', extensionFolders.code);
  if (files.length === 0) return notHere('VS Code');
  const managed = policy(subject, 'EnableFeedback');
  return all(
    files.map((file) =>
      mustBe('telemetry.feedback.enabled', false, [managed, readSetting(subject, file, 'telemetry.feedback.enabled')]),
    ),
  );
}

function hasExtension({ machine, person }: Subject, start: RegExp): boolean {
  return ['.vscode', '.vscode-insiders', '.cursor', '.windsurf'].some((editor) =>
    machine.files.list(`${person.home}/${editor}/extensions`).some((name) => start.test(name)),
  );
}

function hasKey(subject: Subject, pattern: RegExp): boolean {
  return settingsFiles(subject, 'code', []).some((file) => {
    const reading = subject.machine.files.read(file);
    return reading.kind === 'read' && pattern.test(reading.bytes.toString('utf8'));
  });
}

/** Copilot in VS Code follows the editor's level; its own host is still called (measured), which only egress control stops. */
function copilotTelemetry(subject: Subject): Judgement {
  const isHere = hasExtension(subject, /^github\.copilot/i) || hasKey(subject, /"github\.copilot[.\w-]*"/);
  return isHere ? telemetryOff(subject, 'code', 'GitHub Copilot') : notHere('GitHub Copilot');
}

function amazonQ(subject: Subject, keys: readonly string[]): Judgement {
  const isHere =
    hasExtension(subject, /^amazonwebservices\.(?:amazon-q|aws-toolkit|codewhisperer)/i) ||
    hasKey(subject, /"(?:amazonQ|aws\.codeWhisperer)\./);
  const judged: Judgement[] = [];
  if (isHere) {
    const files = settingsFiles(subject, 'code', extensionFolders.code);
    judged.push(
      ...files.map((file) =>
        mustBe(
          keys[0] ?? '',
          false,
          keys.map((key) => readSetting(subject, file, key)),
        ),
      ),
    );
  }
  return judged.length > 0 ? all(judged) : notHere('Amazon Q');
}

/** Whether what is kept from an assistant is set on the vendor's side, where no workstation can see it. */
function onVendorSide(subject: Subject, name: EditorName, title: string): Judgement {
  const isHere = settingsFiles(subject, name, extensionFolders[name]).length > 0;
  return isHere ? { state: 'unknown', why: because('on_vendor_side', { name: title }) } : notHere(title);
}

export const editorControls: readonly Control[] = [
  { id: 'vscode_telemetry', judge: (subject) => telemetryOff(subject, 'code', 'VS Code') },
  { id: 'vscode_feedback', judge: feedbackOff },
  { id: 'copilot_telemetry', judge: copilotTelemetry },
  { id: 'amazon_q_telemetry', judge: (subject) => amazonQ(subject, ['amazonQ.telemetry']) },
  {
    id: 'amazon_q_content_sharing',
    judge: (subject) =>
      amazonQ(subject, ['amazonQ.shareContentWithAWS', 'aws.codeWhisperer.shareCodeWhispererContentWithAWS']),
  },
  { id: 'cursor_telemetry', judge: (subject) => telemetryOff(subject, 'cursor', 'Cursor') },
  { id: 'cursor_content_sharing', judge: (subject) => onVendorSide(subject, 'cursor', 'Cursor') },
  { id: 'windsurf_telemetry', judge: (subject) => telemetryOff(subject, 'windsurf', 'Windsurf') },
  { id: 'windsurf_content_sharing', judge: (subject) => onVendorSide(subject, 'windsurf', 'Windsurf') },
];
