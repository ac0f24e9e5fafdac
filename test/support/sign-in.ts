import { openClientSignIn } from '../../src/cli/client-sign-in.ts';
import { readSettings } from '../../src/cli/settings/read-settings.ts';
import type { GatewayParts } from '../../src/gateway/index.ts';
import { invitePerson, type Tenancy, type Tenant } from '../../src/tenancy/index.ts';
import type { Beside } from './gateway.ts';
import { type Answered, send } from './http.ts';

/** The sign-in of a tenant as `octroi up` wires it, with settings given as the environment gives them. */
export async function signInWays(
  { tenancy, tenant, directory }: Beside,
  environment: Readonly<Record<string, string>> = {},
): Promise<Partial<GatewayParts>> {
  const settings = readSettings({ file: undefined, environment });
  return { signIn: await openClientSignIn({ settings, tenancy, tenant }, directory, () => settings.signIn.notice) };
}

/** A browser without scripts: it keeps cookies, sends forms, and follows where it is sent on. */
export class PlainBrowser {
  readonly #url: string;
  readonly #language: string;
  readonly #cookies = new Map<string, string>();

  constructor(url: string, language = 'en') {
    this.#url = url;
    this.#language = language;
  }

  async open(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
    return this.#follow(await this.#send(path, { method: 'GET', headers }));
  }

  async submit(
    path: string,
    form: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered> {
    const body = new URLSearchParams(form).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded', origin: this.#url };
    return this.#follow(await this.#send(path, { method: 'POST', body, headers: { ...type, ...headers } }));
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  async #send(path: string, sent: Parameters<typeof send>[2]): Promise<Answered> {
    const cookies = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'accept-language': this.#language, ...(cookies ? { cookie: cookies } : {}), ...sent?.headers };
    const answered = await send(this.#url, '', { ...sent, path, headers });
    for (const line of answered.headers['set-cookie'] ?? []) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answered;
  }

  async #follow(answered: Answered): Promise<Answered> {
    const { location } = answered.headers;
    if (answered.status !== 303 || location === undefined) return answered;
    if (/^https?:/.test(location) && !location.startsWith(this.#url)) return answered;
    return this.open(location.replace(this.#url, ''));
  }
}

export const password = 'three small boats at noon';

/** Invites a person and sets their password, as they would. */
export async function invite(
  { tenancy, tenant, url }: { readonly tenancy: Tenancy; readonly tenant: Tenant; readonly url: string },
  personName: string,
  workspaceNames: readonly string[] = ['tests'],
): Promise<string> {
  const common = {
    tenantId: tenant.id,
    personName,
    workspaceNames,
    roles: [],
    language: 'en',
    actor: 'console',
  } as const;
  const { secret, personId } = await invitePerson(tenancy, common);
  const browser = new PlainBrowser(url);
  await browser.open(`/invite?link=${secret}`);
  const done = await browser.submit('/invite', { password, repeat: password });
  if (done.status !== 200) throw new Error(`the invitation failed: ${done.status}`);
  return personId;
}

type Json = Readonly<Record<string, unknown>>;

/** Sends a form as an OAuth client does, without a browser's headers. */
export async function postForm(
  url: string,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly json: Json; readonly answered: Answered }> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'claude-code/2.1.332' };
  const answered = await send(url, '', { path, body: new URLSearchParams(form).toString(), headers });
  return { status: answered.status, json: JSON.parse(answered.text) as Json, answered };
}

export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

export async function begin(
  url: string,
): Promise<{ readonly deviceCode: string; readonly userCode: string; readonly json: Json }> {
  const { json } = await postForm(url, '/oauth/device_authorization', { surface: 'claude_code' });
  return { deviceCode: String(json['device_code']), userCode: String(json['user_code']), json };
}

export function redeem(url: string, deviceCode: string) {
  return postForm(url, '/oauth/token', { grant_type: deviceGrant, device_code: deviceCode });
}

export function refresh(url: string, refreshToken: string) {
  return postForm(url, '/oauth/token', { grant_type: 'refresh_token', refresh_token: refreshToken });
}

/** The whole way of a sign-in with a password, to the tokens. */
export async function signInAs(
  url: string,
  name: string,
): Promise<{ readonly access: string; readonly refresh: string }> {
  const { deviceCode, userCode } = await begin(url);
  const browser = new PlainBrowser(url);
  await browser.submit('/device', { user_code: userCode });
  const approve = await browser.submit('/device/sign-in', { name, password });
  const workspace = /name="workspace" value="([^"]+)"/.exec(approve.text)?.[1] ?? '';
  await browser.submit('/device/decide', { workspace, decision: 'approve' });
  const { json } = await redeem(url, deviceCode);
  return { access: String(json['access_token']), refresh: String(json['refresh_token']) };
}
