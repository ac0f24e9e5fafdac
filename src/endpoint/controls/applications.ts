import { compareVersions } from '../claude/installations.ts';
import { isRecord, valueAt } from '../claude/settings-document.ts';
import { jsonTree } from '../machine/json-file.ts';
import { because, type Control, type Judgement, type Subject } from './control.ts';

/** An application for consumers' accounts, and where its presence shows. `~` is a person's home, `{drive}` the system drive. */
type ConsumerApp = { readonly name: string; readonly paths: readonly string[] };

const consumerApps: readonly ConsumerApp[] = [
  {
    name: 'ChatGPT',
    paths: [
      '/Applications/ChatGPT.app',
      '~/Applications/ChatGPT.app',
      '~/Library/Application Support/com.openai.chat',
      '~/AppData/Local/Packages/OpenAI.ChatGPT-Desktop_2p2nqsd0c76g0',
      '~/AppData/Local/Programs/ChatGPT',
      '~/.config/ChatGPT',
      '~/snap/chatgpt-desktop',
      '/opt/ChatGPT',
    ],
  },
  { name: 'ChatGPT Atlas', paths: ['/Applications/ChatGPT Atlas.app'] },
  {
    name: 'Perplexity',
    paths: [
      '/Applications/Perplexity.app',
      '~/Applications/Perplexity.app',
      '~/AppData/Local/Programs/Perplexity',
      '/Applications/Comet.app',
      '~/AppData/Local/Perplexity',
    ],
  },
  { name: 'Grok', paths: ['/Applications/Grok.app', '~/AppData/Local/Programs/Grok'] },
  { name: 'DeepSeek', paths: ['/Applications/DeepSeek.app', '~/AppData/Local/Programs/DeepSeek'] },
  { name: 'Poe', paths: ['/Applications/Poe.app', '~/AppData/Local/Programs/Poe'] },
];

// Extensions of the VS Code family that send code to a vendor's consumer plans or to any key their user enters.
const consumerExtensions =
  /^(?:openai\.chatgpt|codeium\.(?:codeium|windsurf.*)|tabnine\.tabnine-vscode|saoudrizwan\.claude-dev|rooveterinaryinc\.roo-cline|continue\.continue|blackboxapp\.blackbox\w*|supermaven\.supermaven|genieai\.chatgpt-vscode|danielsanmedium\.dscodegpt|google\.geminicodeassist|kilocode\.kilo-code|augment\.vscode-augment)-\d/i;

function consumerApplications(subject: Subject): Judgement {
  const found = [...installedApps(subject), ...claudeDesktop(subject), ...extensions(subject)];
  const [first] = found;
  if (!first) return { state: 'met', why: because('no_consumer_app') };
  const names = [...new Set(found.map(({ name }) => name))].join(', ');
  return {
    state: 'not_met',
    why: because('consumer_app_found', { name: names }),
    value: names,
    place: { file: first.file, line: 1 },
  };
}

type Presence = { readonly name: string; readonly file: string };

function installedApps({ machine, person }: Subject): readonly Presence[] {
  return consumerApps.flatMap(({ name, paths }) => {
    const file = paths
      .map((path) => path.replace(/^~/, person.home))
      .find((path) => machine.files.entry(path) !== undefined);
    return file === undefined ? [] : [{ name, file }];
  });
}

const personalDesktopPlans = /claude_(?:free|pro|max)|"(?:free|pro|max)"/i;

// Claude Desktop is the same program for all plans: what tells them apart is who is logged in.
function claudeDesktop({ machine, person }: Subject): readonly Presence[] {
  const folder =
    machine.system === 'macos'
      ? `${person.home}/Library/Application Support/Claude`
      : machine.system === 'windows'
        ? `${person.home}/AppData/Roaming/Claude`
        : `${person.home}/.config/Claude`;
  const file = ['config.json', 'account.json']
    .map((name) => `${folder}/${name}`)
    .find((path) => {
      const reading = machine.files.read(path);
      return reading.kind === 'read' && personalDesktopPlans.test(reading.bytes.toString('utf8'));
    });
  return file === undefined ? [] : [{ name: 'Claude Desktop', file }];
}

function extensions({ machine, person }: Subject): readonly Presence[] {
  return ['.vscode', '.vscode-insiders', '.vscode-oss', '.cursor'].flatMap((editor) => {
    const folder = `${person.home}/${editor}/extensions`;
    return machine.files
      .list(folder)
      .filter((name) => consumerExtensions.test(name))
      .map((name) => ({ name: name.replace(/-\d.*$/, ''), file: `${folder}/${name}` }));
  });
}

const consumerPlans = /^(?:claude[_-])?(?:free|pro|max)$/i;

/** A login of a consumer plan in the client itself: its terms are not the company's. */
function consumerLogin({ machine, person, situations }: Subject): Judgement {
  const folder = situations[0]?.configFolder ?? `${person.home}/.claude`;
  const isDefault = folder === `${person.home}/.claude`;
  const places: readonly { file: string; path: readonly string[] }[] = [
    { file: `${folder}/.credentials.json`, path: ['claudeAiOauth', 'subscriptionType'] },
    {
      file: isDefault ? `${person.home}/.claude.json` : `${folder}/.claude.json`,
      path: ['oauthAccount', 'organizationType'],
    },
    {
      file: isDefault ? `${person.home}/.claude.json` : `${folder}/.claude.json`,
      path: ['oauthAccount', 'subscriptionType'],
    },
  ];
  for (const { file, path } of places) {
    const reading = machine.files.read(file, 16 * 1024 * 1024);
    const json = reading.kind === 'read' ? jsonTree(reading.bytes.toString('utf8'), { isStrict: true }) : undefined;
    const value = json && isRecord(json.value) ? valueAt(json.value, path) : undefined;
    const node = json?.find(path);
    if (typeof value === 'string' && consumerPlans.test(value))
      return {
        state: 'not_met',
        why: because('consumer_login_found', { plan: value }),
        value,
        place: { file, line: node && json ? json.lineOf(node) : 1 },
      };
  }
  return { state: 'met', why: because('no_consumer_login') };
}

/** Every installed client is at least as new as required: by the managed setting, or by the company's policy. */
function minimumVersion({ installations, situations, requirements }: Subject): Judgement {
  const setting = situations[0]?.settings.managed(['requiredMinimumVersion']);
  const managed = typeof setting?.value === 'string' && /^\d/.test(setting.value) ? setting.value : undefined;
  const wanted = [managed, requirements.minimumVersion]
    .filter((version) => version !== undefined)
    .toSorted(compareVersions)
    .at(-1);
  const [oldest] = installations.toSorted((a, b) => compareVersions(a.version, b.version));
  if (!oldest) return { state: 'met', why: because('not_installed', { name: 'Claude Code' }) };
  const place = { file: oldest.file, line: oldest.line };
  if (wanted === undefined)
    return { state: 'met', why: because('no_minimum', { version: oldest.version }), value: oldest.version, place };
  const isEnough = compareVersions(oldest.version, wanted) >= 0;
  const why = because(isEnough ? 'version_enough' : 'version_below', { version: oldest.version, wanted });
  return { state: isEnough ? 'met' : 'not_met', why, value: oldest.version, place };
}

export const applicationControls: readonly Control[] = [
  { id: 'consumer_login', judge: consumerLogin },
  { id: 'consumer_apps', judge: consumerApplications },
  { id: 'minimum_version', judge: minimumVersion },
];
