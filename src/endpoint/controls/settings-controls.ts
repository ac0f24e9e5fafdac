import { managedFolder } from '../claude/managed-sources.ts';
import type { Setting } from '../claude/settings.ts';
import { readSettingsFile } from '../claude/settings-document.ts';
import type { Override, Situation } from '../claude/situations.ts';
import { because, type Control, inEverySituation, type Judgement, type Subject } from './control.ts';
import { isLoginLocked, usesGateway } from './network.ts';

/** What decided, as a setting tells it; the others at the same path are what it overrides. */
export function settingDecided([first, ...others]: readonly Setting[]): Pick<
  Judgement,
  'value' | 'place' | 'source' | 'holds' | 'overrides'
> {
  if (!first) return {};
  const overrides = others.map(
    (one): Override => ({ file: one.file, line: one.line, value: shown(one.value), source: one.source }),
  );
  return { value: shown(first.value), place: first, source: first.source, holds: first.isManaged, overrides };
}

export function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Met when the setting that holds has this value. */
function hasValue(situation: Situation, path: readonly string[], wanted: unknown): Judgement {
  const values = situation.settings.values(path);
  const [first] = values;
  const name = path.join('.');
  if (!first) return { state: 'not_met', why: because('setting_missing', { name, wanted: shown(wanted) }) };
  const isWanted = first.value === wanted;
  const why = because(isWanted ? 'setting_as_required' : 'setting_differs', {
    name,
    value: shown(first.value),
    wanted: shown(wanted),
  });
  return { state: isWanted ? 'met' : 'not_met', why, ...settingDecided(values) };
}

/** What a value must be, in words and as a test. */
type Requirement = { readonly wanted: string; readonly isWanted: (value: unknown) => boolean };

/** The same for what only counts from an administrator. */
function hasManagedValue(situation: Situation, path: readonly string[], { wanted, isWanted }: Requirement): Judgement {
  const values = situation.settings.values(path);
  const managed = situation.settings.managed(path);
  const name = path.join('.');
  if (managed) {
    const isMet = isWanted(managed.value);
    const why = because(isMet ? 'setting_as_required' : 'setting_differs', {
      name,
      value: shown(managed.value),
      wanted,
    });
    return {
      state: isMet ? 'met' : 'not_met',
      why,
      ...settingDecided([managed, ...values.filter((one) => one !== managed)]),
    };
  }
  const why =
    values.length > 0 ? because('setting_not_managed', { name }) : because('setting_missing', { name, wanted });
  return { state: 'not_met', why, ...settingDecided(values) };
}

function organisationLock(situation: Situation): Judgement {
  const judged = hasManagedValue(situation, ['forceLoginOrgUUID'], {
    wanted: 'UUID',
    isWanted: () => isLoginLocked(situation),
  });
  return judged.state === 'not_met' && judged.value === undefined ? withoutLogin(situation, judged) : judged;
}

const loginMethods = ['claudeai', 'console', 'gateway'];

function loginMethod(situation: Situation): Judgement {
  const judged = hasManagedValue(situation, ['forceLoginMethod'], {
    wanted: loginMethods.join(' / '),
    isWanted: (value) => loginMethods.includes(String(value)),
  });
  return judged.state === 'not_met' && judged.value === undefined ? withoutLogin(situation, judged) : judged;
}

// Where a gateway's token is used nobody logs in: there the gateway says which organisation answers.
function withoutLogin(situation: Situation, judged: Judgement): Judgement {
  const isGateway =
    usesGateway(situation) === 'yes' && situation.session.state.isPassedOn('ANTHROPIC_API_KEY') !== 'yes';
  return isGateway ? { state: 'met', why: because('gateway_needs_no_login') } : judged;
}

// Measured: with both, the client refuses to start.
function profilesExclusive(situation: Situation): Judgement {
  const lock = situation.settings.managed(['forceLoginOrgUUID']);
  const hasGateway = usesGateway(situation) === 'yes';
  const isConflict = hasGateway && isLoginLocked(situation);
  const decided = lock ? settingDecided([lock]) : {};
  return {
    state: isConflict ? 'not_met' : 'met',
    why: because(isConflict ? 'profiles_conflict' : 'profiles_apart'),
    ...decided,
  };
}

function bypassMode(situation: Situation): Judgement {
  return hasValue(situation, ['permissions', 'disableBypassPermissionsMode'], 'disable');
}

function cleanupDays(situation: Situation, { requirements }: Subject): Judgement {
  const values = situation.settings.values(['cleanupPeriodDays']);
  const [first] = values;
  const limit = requirements.maxCleanupDays;
  if (!first) return { state: limit >= 30 ? 'met' : 'not_met', why: because('cleanup_default'), value: '30' };
  const isMet =
    typeof first.value === 'number' && Number.isInteger(first.value) && first.value >= 1 && first.value <= limit;
  const args = { name: 'cleanupPeriodDays', value: shown(first.value), wanted: `1–${limit}` };
  return {
    state: isMet ? 'met' : 'not_met',
    why: because(isMet ? 'setting_as_required' : 'setting_differs', args),
    ...settingDecided(values),
  };
}

function hooks(situation: Situation): Judgement {
  const off = situation.settings.managed(['disableAllHooks']);
  if (off?.value === true) return { state: 'not_met', why: because('hooks_disabled'), ...settingDecided([off]) };
  const managed = situation.settings.managed(['hooks']);
  if (managed && hasHook(managed.value))
    return {
      state: 'met',
      why: because('hooks_managed'),
      ...settingDecided([managed]),
      value: eventsOf(managed.value),
    };
  const others = situation.settings.values(['hooks']).filter(({ value }) => hasHook(value));
  const why = others.length > 0 ? because('setting_not_managed', { name: 'hooks' }) : because('hooks_missing');
  return { state: 'not_met', why, ...settingDecided(others), value: others[0] && eventsOf(others[0].value) };
}

function hasHook(value: unknown): boolean {
  return eventsOf(value) !== undefined;
}

function eventsOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const events = Object.entries(value).filter(([, entries]) => Array.isArray(entries) && entries.length > 0);
  return events.length > 0 ? events.map(([name]) => name).join(', ') : undefined;
}

function mcpAllowList(situation: Situation, { machine, person }: Subject): Judgement {
  // A managed-mcp.json names every server there may be: nobody can add one.
  const whole = readSettingsFile(machine.files, `${managedFolder(machine)}/managed-mcp.json`, person);
  if (whole.kind === 'read')
    return {
      state: 'met',
      why: because('list_managed', { name: 'managed-mcp.json' }),
      place: { file: whole.document.file, line: 1 },
      holds: true,
    };
  const path = ['allowedMcpServers'];
  const managed = situation.settings.managed(path);
  if (!managed || !Array.isArray(managed.value))
    return hasManagedValue(situation, path, { wanted: '[…]', isWanted: Array.isArray });
  const isLocked = situation.settings.managed(['allowManagedMcpServersOnly'])?.value === true;
  const wider = situation.settings
    .values(path)
    .find(({ isManaged, value }) => !isManaged && Array.isArray(value) && value.length > 0);
  if (wider && !isLocked)
    return {
      state: 'not_met',
      why: because('list_widened', { name: 'allowedMcpServers' }),
      ...settingDecided([wider, managed]),
    };
  return { state: 'met', why: because('list_managed', { name: 'allowedMcpServers' }), ...settingDecided([managed]) };
}

export const settingControls: readonly Control[] = [
  inEverySituation('webfetch_preflight', (situation) => hasValue(situation, ['skipWebFetchPreflight'], true)),
  inEverySituation('login_method', loginMethod),
  inEverySituation('organisation_lock', organisationLock),
  inEverySituation('profiles_exclusive', profilesExclusive),
  inEverySituation('bypass_permissions_mode', bypassMode),
  inEverySituation('hooks', hooks),
  inEverySituation('managed_hooks_only', (situation) =>
    hasManagedValue(situation, ['allowManagedHooksOnly'], { wanted: 'true', isWanted: (value) => value === true }),
  ),
  inEverySituation('mcp_allow_list', mcpAllowList),
  inEverySituation('cleanup_period_days', cleanupDays),
];
