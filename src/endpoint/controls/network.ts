import { isAnthropic, readVariable, type Situation, type Variable } from '../claude/situations.ts';
import {
  because,
  type Control,
  decidedBy,
  inEverySituation,
  isYes,
  type Judgement,
  type Subject,
  whyNot,
} from './control.ts';

/** The switches by which the client goes to a cloud provider instead. */
export const cloudRoutes: readonly string[] = [
  'CLAUDE_CODE_USE_BEDROCK',
  'CLAUDE_CODE_USE_VERTEX',
  'CLAUDE_CODE_USE_FOUNDRY',
  'CLAUDE_CODE_USE_ANTHROPIC_AWS',
  'CLAUDE_CODE_USE_MANTLE',
];

/** The cloud provider's switch that is on, if any: the client then goes there, whatever the base URL says. */
function cloudRoute(situation: Situation): Variable | undefined {
  return cloudRoutes
    .map((name) => readVariable(name, situation))
    .find(({ state, text }) => state === 'set' && (text === undefined || isYes(text)));
}

/** Whether a login is held to the company's organisation by an administrator. */
export function isLoginLocked({ settings }: Situation): boolean {
  const setting = settings.managed(['forceLoginOrgUUID']);
  const value: unknown = Array.isArray(setting?.value) ? setting.value[0] : setting?.value;
  return typeof value === 'string' && value !== '';
}

function baseUrl(situation: Situation, { requirements }: Subject): Judgement {
  const cloud = cloudRoute(situation);
  if (cloud) return { state: 'not_met', why: because('cloud_directly', { name: cloud.name }), ...decidedBy(cloud) };
  const variable = readVariable('ANTHROPIC_BASE_URL', situation);
  const decided = decidedBy(variable);
  if (variable.state === 'unknown') return { state: 'unknown', why: whyNot(variable), ...decided };
  if (variable.state === 'unset') {
    const lock = situation.settings.managed(['forceLoginOrgUUID']);
    if (isLoginLocked(situation) && lock)
      return {
        state: 'met',
        why: because('locked_login_instead'),
        place: lock,
        value: undefined,
        holds: true,
        source: lock.source,
      };
    return { state: 'not_met', why: whyNot(variable), ...decided };
  }
  if (variable.text === undefined)
    return { state: 'unknown', why: because('doubt_value_dynamic', { name: variable.name }), ...decided };
  const fault = addressFault(variable.text, requirements.gatewayUrl);
  return { state: fault ? 'not_met' : 'met', why: because(fault ?? 'gateway_in_use'), ...decided };
}

function addressFault(text: string, gatewayUrl: string | undefined) {
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/.test(url.protocol)) return 'address_invalid';
  if (isAnthropic(text.trim())) return 'vendor_directly';
  const isLoopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (url.protocol === 'http:' && !isLoopback) return 'address_unencrypted';
  if (gatewayUrl !== undefined && url.origin !== URL.parse(gatewayUrl)?.origin) return 'address_other';
  return undefined;
}

/** Whether requests go to a gateway: by a base URL that is not the vendor's. */
export function usesGateway(situation: Situation): 'yes' | 'no' | 'unknown' {
  const variable = readVariable('ANTHROPIC_BASE_URL', situation);
  if (variable.state === 'unset') return 'no';
  if (variable.state === 'unknown' || variable.text === undefined) return 'unknown';
  return isAnthropic(variable.text) ? 'no' : 'yes';
}

// Measured: with ANTHROPIC_API_KEY the client sends the gateway's key to the vendor; a bearer token never left.
function tokenKind(situation: Situation): Judgement {
  const [token, key, subscription] = ['ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_API_KEY', 'CLAUDE_CODE_OAUTH_TOKEN'].map(
    (name) => readVariable(name, situation),
  );
  if (!token || !key || !subscription) return { state: 'unknown', why: because('no_session') };
  if (key.state === 'set')
    return { state: 'not_met', why: because('key_leaks_to_vendor', { name: key.name }), ...decidedBy(key) };
  if (token.state === 'set' && token.text?.startsWith('sk-ant-oat'))
    return { state: 'not_met', why: because('subscription_token', { name: token.name }), ...decidedBy(token) };
  const uncertain = [key, token].find(({ state }) => state === 'unknown');
  if (uncertain) return { state: 'unknown', why: whyNot(uncertain), ...decidedBy(uncertain) };
  if (token.state === 'set')
    return { state: 'met', why: because('token_of_gateway', { name: token.name }), ...decidedBy(token) };
  const helper = situation.settings.value(['apiKeyHelper']);
  if (helper) {
    const why = because('key_leaks_to_vendor', { name: 'apiKeyHelper' });
    return {
      state: 'not_met',
      why,
      value: String(helper.value),
      place: helper,
      source: helper.source,
      holds: helper.isManaged,
    };
  }
  if (subscription.state === 'set')
    return {
      state: 'not_met',
      why: because('subscription_token', { name: subscription.name }),
      ...decidedBy(subscription),
    };
  if (usesGateway(situation) === 'no' && isLoginLocked(situation))
    return { state: 'met', why: because('locked_login_instead') };
  return { state: 'not_met', why: because('no_gateway_token', { name: token.name }), ...decidedBy(token) };
}

// Names that a bypass of the proxy must not cover: the assistants' own.
const assistantHosts = [
  'api.anthropic.com',
  'claude.ai',
  'claude.com',
  'platform.claude.com',
  'statsig.anthropic.com',
  'http-intake.logs.us5.datadoghq.com',
  'browser-intake-us5-datadoghq.com',
  'api.openai.com',
  'chatgpt.com',
  'api.githubcopilot.com',
  'copilot-telemetry.githubusercontent.com',
  'generativelanguage.googleapis.com',
  'q.us-east-1.amazonaws.com',
  'api2.cursor.sh',
];

/** The first entry of a NO_PROXY that lets an assistant's host go round the proxy. */
export function bypassIn(list: string): string | undefined {
  return list.split(/[,\s]+/).find((entry) => entry !== '' && coversAssistant(entry));
}

function coversAssistant(entry: string): boolean {
  const name = entry.trim().toLowerCase().replace(/:\d+$/, '');
  if (name === '*') return true;
  const suffix = name.replace(/^\*?\.?/, '').replace(/\.$/, '');
  if (suffix === '' || /^[\d./:]+$/.test(suffix)) return /^0\.0\.0\.0\/0$/.test(suffix);
  return assistantHosts.some((host) => host === suffix || host.endsWith(`.${suffix}`));
}

function noProxy(situation: Situation): Judgement {
  const variables = ['NO_PROXY', 'no_proxy'].map((name) => readVariable(name, situation));
  for (const variable of variables) {
    const hole = variable.state === 'set' && variable.text !== undefined && bypassIn(variable.text);
    if (hole)
      return {
        state: 'not_met',
        why: because('proxy_bypassed', { name: variable.name, value: hole }),
        ...decidedBy(variable),
      };
  }
  const uncertain = variables.find(({ state, text }) => state === 'unknown' || (state === 'set' && text === undefined));
  if (uncertain) {
    const why =
      uncertain.state === 'set' ? because('doubt_value_dynamic', { name: uncertain.name }) : whyNot(uncertain);
    return { state: 'unknown', why, ...decidedBy(uncertain) };
  }
  const telling = variables.find(({ state }) => state === 'set');
  return { state: 'met', why: because('nothing_bypasses'), ...(telling ? decidedBy(telling) : {}) };
}

function tlsVerification(situation: Situation): Judgement {
  const variable = readVariable('NODE_TLS_REJECT_UNAUTHORIZED', situation);
  const decided = decidedBy(variable);
  // Node asks for exactly this text.
  if (variable.state === 'set' && variable.text === '0')
    return { state: 'not_met', why: because('tls_not_verified', { name: variable.name }), ...decided };
  if (variable.state === 'unknown') return { state: 'unknown', why: whyNot(variable), ...decided };
  if (variable.state === 'set' && variable.text === undefined)
    return { state: 'unknown', why: because('doubt_value_dynamic', { name: variable.name }), ...decided };
  return { state: 'met', why: because('tls_verified'), ...decided };
}

function certificates(situation: Situation, { machine, person }: Subject): Judgement {
  const variable = readVariable('NODE_EXTRA_CA_CERTS', situation);
  const decided = decidedBy(variable);
  if (variable.state === 'unknown') return { state: 'unknown', why: whyNot(variable), ...decided };
  if (variable.state === 'unset') return { state: 'met', why: because('system_certificates'), ...decided };
  if (variable.text === undefined)
    return { state: 'unknown', why: because('doubt_value_dynamic', { name: variable.name }), ...decided };
  const path =
    machine.system === 'windows'
      ? machine.drive + variable.text.replace(/^[A-Za-z]:/, '').replaceAll('\\', '/')
      : variable.text;
  const reading = machine.files.read(path);
  if (reading.kind === 'fault')
    return { state: 'unknown', why: because(`doubt_${reading.doubt}`, { name: variable.name }), ...decided };
  if (reading.kind === 'absent' || !person.canRead(reading.entry))
    return { state: 'not_met', why: because('certificates_missing', { file: variable.text }), ...decided };
  const isWritable = (reading.entry.mode & 0o002) !== 0 || /^\/(?:tmp|var\/tmp)\//.test(reading.entry.path);
  if (isWritable && machine.system !== 'windows')
    return { state: 'not_met', why: because('certificates_writable', { file: variable.text }), ...decided };
  if (!reading.bytes.includes('-----BEGIN '))
    return { state: 'not_met', why: because('certificates_invalid', { file: variable.text }), ...decided };
  return { state: 'met', why: because('certificates_there', { file: variable.text }), ...decided };
}

export const networkControls: readonly Control[] = [
  inEverySituation('base_url', baseUrl),
  inEverySituation('token_kind', tokenKind),
  inEverySituation('no_proxy', noProxy),
  inEverySituation('tls_verification', tlsVerification),
  inEverySituation('ca', certificates),
];
