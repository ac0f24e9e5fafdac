import { OctroiError } from '../../base/index.ts';
import { errorText, pageText } from '../../messages/index.ts';
import { type Answer, json, page, seeOther } from './answer.ts';
import { type BrowserRequest, cookieOf, formOf, jsonOf, languageCookie } from './browser-request.ts';
import { cookie, notice, type PageParts, passkeySite } from './device-pages.ts';
import { invitePage } from './pages.ts';

const inviteCookie = 'octroi_invite';

/** `GET /invite?link=…`: takes the secret out of the address, where history and proxies would keep it; then the page. */
export async function showInvite(parts: PageParts, request: BrowserRequest): Promise<Answer> {
  const link = request.query.get('link');
  if (link === null || !/^[\w-]{20,100}$/.test(link)) return form(parts, request);
  const invite = await parts.signIn.findInvite(link);
  const isUnchosen = invite && cookieOf(request, languageCookie) === '';
  return seeOther('/invite', [
    cookie(parts, inviteCookie, `${link}; Max-Age=3600`),
    ...(isUnchosen ? [cookie(parts, languageCookie, `${invite.language}; Max-Age=31536000`)] : []),
  ]);
}

/** `POST /invite`: a password, twice. */
export async function takeNewPassword(parts: PageParts, request: BrowserRequest): Promise<Answer> {
  const fields = formOf(request);
  const password = fields.get('password') ?? '';
  if (password !== fields.get('repeat')) return form(parts, request, pageText(request.language, 'invite.differ'));
  try {
    await parts.signIn.setPassword(cookieOf(request, inviteCookie), password);
  } catch (fault) {
    if (!(fault instanceof OctroiError) || fault.code !== 'tenancy_password_weak') return failed(request, fault);
    const { text, hint } = errorText(request.language, fault.code, fault.args);
    return form(parts, request, `${text} ${hint}`);
  }
  return seeOther('/invite/done', [cookie(parts, inviteCookie, '; Max-Age=0')]);
}

/** `POST /invite/passkey/options`: what a passkey is made with. */
export async function askNewPasskey(parts: PageParts, request: BrowserRequest): Promise<Answer> {
  const site = passkeySite(parts.base);
  const options = site && (await parts.signIn.passkeyToMake(cookieOf(request, inviteCookie), site));
  return options === undefined ? json(403, {}) : json(200, options);
}

/** `POST /invite/passkey`: the passkey that was made. */
export async function takeNewPasskey(parts: PageParts, request: BrowserRequest): Promise<Answer> {
  const site = passkeySite(parts.base);
  if (!site) return json(403, {});
  try {
    await parts.signIn.addPasskey(cookieOf(request, inviteCookie), { response: jsonOf(request), site });
    return json(200, { next: '/invite/done' });
  } catch (fault) {
    if (fault instanceof OctroiError && /^tenancy_(passkey_refused|invite_invalid)$/.test(fault.code))
      return json(422, {});
    throw fault;
  }
}

/** `GET /invite/done` */
export function showDone(_parts: PageParts, request: BrowserRequest): Answer {
  return notice(request, { title: 'invite.doneTitle', text: 'invite.done' });
}

async function form(parts: PageParts, request: BrowserRequest, complaint?: string): Promise<Answer> {
  const invite = await parts.signIn.findInvite(cookieOf(request, inviteCookie));
  if (!invite) return invalid(request);
  const { name } = invite;
  const hasPasskeys = passkeySite(parts.base) !== undefined;
  return page(complaint === undefined ? 200 : 422, invitePage(request.language, { name, hasPasskeys, complaint }));
}

function failed(request: BrowserRequest, fault: unknown): Answer {
  if (fault instanceof OctroiError && fault.code === 'tenancy_invite_invalid') return invalid(request);
  throw fault;
}

function invalid(request: BrowserRequest): Answer {
  return notice(request, { title: 'invite.invalidTitle', text: 'invite.invalid', status: 410 });
}
