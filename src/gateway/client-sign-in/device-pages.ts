import { describeCause, type TryLimit, OctroiError } from '../../base/index.ts';
import { errorText, type PageKey, pageText } from '../../messages/index.ts';
import { type Answer, json, page, seeOther } from './answer.ts';
import { type BrowserRequest, cookieOf, formOf, jsonOf, languageCookie } from './browser-request.ts';
import type { ClientSignIn, PasskeySite } from './client-sign-in.ts';
import { approvePage, codePage, noticePage, whoPage } from './pages.ts';

export type PageParts = {
  readonly signIn: ClientSignIn;
  readonly base: string;
  /** Wrong codes, names and passwords by address. */
  readonly failures: TryLimit;
  readonly now: () => number;
};

const attemptCookie = 'octroi_sign_in';

/** `GET /device`: the code, as the client's link holds it or to be typed. */
export function showCode(_parts: PageParts, { query, language }: BrowserRequest): Answer {
  const userCode = (query.get('user_code') ?? '').slice(0, 20);
  return page(200, codePage(language, { userCode, isWrong: false }));
}

/** `POST /device`: a code that is waiting opens an attempt, which the browser carries from then on. */
export async function takeCode(parts: PageParts, request: BrowserRequest): Promise<Answer> {
  const answer = await limited(parts, request, async (failed) => {
    const userCode = (formOf(request).get('user_code') ?? '').slice(0, 20);
    const attempt = await parts.signIn.openAttempt(userCode);
    if (attempt !== undefined)
      return seeOther('/device/sign-in', [cookie(parts, attemptCookie, `${attempt}; Max-Age=900`)]);
    failed();
    return page(422, codePage(request.language, { userCode, isWrong: true }));
  });
  return answer ?? tooMany(request);
}

// Undefined for an address that has failed too often. What ends without being called failed has not used up a try.
async function limited(
  { failures, now }: PageParts,
  { address }: BrowserRequest,
  work: (failed: () => void) => Promise<Answer>,
): Promise<Answer | undefined> {
  const takeBack = failures.take(address, now());
  if (!takeBack) return undefined;
  let hasFailed = false;
  try {
    return await work(() => {
      hasFailed = true;
    });
  } finally {
    if (!hasFailed) takeBack();
  }
}

/** `GET /device/sign-in` */
export async function showWho(parts: PageParts, request: BrowserRequest): Promise<Answer> {
  const attempt = await parts.signIn.findAttempt(cookieOf(request, attemptCookie));
  if (!attempt) return over(request);
  if (attempt.person) return seeOther('/device/decide');
  return page(200, whoPage(request.language, { ...waysOf(parts), isWrong: false }));
}

/** `POST /device/sign-in`: name and password. */
export async function takePassword(parts: PageParts, request: BrowserRequest): Promise<Answer> {
  const { signIn } = parts;
  const answer = await limited(parts, request, async (failed) => {
    const attempt = cookieOf(request, attemptCookie);
    if (signIn.providerName !== undefined || !(await signIn.findAttempt(attempt))) return over(request);
    const form = formOf(request);
    const given = { name: form.get('name') ?? '', password: form.get('password') ?? '' };
    if (await signIn.withPassword(attempt, given)) return seeOther('/device/decide');
    failed();
    return page(422, whoPage(request.language, { ...waysOf(parts), isWrong: true }));
  });
  return answer ?? tooMany(request);
}

/** `GET /device/provider`: on to the company's identity provider. */
export async function goToProvider(parts: PageParts, request: BrowserRequest): Promise<Answer> {
  const attempt = cookieOf(request, attemptCookie);
  if (parts.signIn.providerName === undefined || !(await parts.signIn.findAttempt(attempt))) return over(request);
  return orNotice(request, async () => seeOther(await parts.signIn.providerUrl(attempt, callbackUrl(parts))));
}

/** `GET /device/callback`: back from the identity provider. */
export async function takeReturn(parts: PageParts, request: BrowserRequest): Promise<Answer> {
  const attempt = cookieOf(request, attemptCookie);
  if (!(await parts.signIn.findAttempt(attempt))) return over(request);
  return orNotice(request, async () => {
    const returnedTo = new URL(callbackUrl(parts));
    returnedTo.search = request.query.toString();
    return (await parts.signIn.returnFromProvider(attempt, returnedTo)) ? seeOther('/device/decide') : over(request);
  });
}

/** `POST /device/passkey/options`: what a passkey is to sign. */
export async function askPasskey(parts: PageParts, request: BrowserRequest): Promise<Answer> {
  const attempt = cookieOf(request, attemptCookie);
  const site = passkeysOf(parts);
  if (!site || !(await parts.signIn.findAttempt(attempt))) return json(403, {});
  return json(200, await parts.signIn.passkeyToUse(attempt, site));
}

/** `POST /device/passkey`: what it has signed. */
export async function takePasskey(parts: PageParts, request: BrowserRequest): Promise<Answer> {
  const attempt = cookieOf(request, attemptCookie);
  const site = passkeysOf(parts);
  if (!site) return json(403, {});
  const answer = await limited(parts, request, async (failed) => {
    if (!(await parts.signIn.findAttempt(attempt))) return json(403, {});
    const isRight = await parts.signIn.withPasskey(attempt, { response: jsonOf(request), site });
    if (isRight) return json(200, { next: '/device/decide' });
    failed();
    return json(422, {});
  });
  return answer ?? json(403, {});
}

/** `GET /device/decide` */
export async function showDecision(parts: PageParts, request: BrowserRequest): Promise<Answer> {
  const attempt = await parts.signIn.findAttempt(cookieOf(request, attemptCookie));
  if (!attempt) return over(request);
  if (!attempt.person) return seeOther('/device/sign-in');
  return page(200, approvePage(request.language, { ...attempt.person, surface: attempt.surface }));
}

/** `POST /device/decide` */
export async function takeDecision(parts: PageParts, request: BrowserRequest): Promise<Answer> {
  const form = formOf(request);
  const isApproved = form.get('decision') === 'approve';
  const decision = isApproved
    ? ({ kind: 'approved', workspaceId: form.get('workspace') ?? '' } as const)
    : ({ kind: 'denied' } as const);
  if (!(await parts.signIn.decide(cookieOf(request, attemptCookie), decision))) return over(request);
  const title: PageKey = isApproved ? 'done.approved' : 'done.denied';
  const text: PageKey = isApproved ? 'done.approvedExplained' : 'done.deniedExplained';
  return notice(request, { title, text });
}

/** `GET /device/language/fr`: the language of these pages, remembered for a year. */
export function chooseLanguage(parts: PageParts, { path, query }: BrowserRequest): Answer {
  const language = path.endsWith('/fr') ? 'fr' : 'en';
  const back = query.get('back') ?? '';
  const isOurs = /^\/(device|invite)(\/(sign-in|decide))?(\?user_code=[A-Za-z%0-9-]*)?$/.test(back);
  return seeOther(isOurs ? back : '/device', [cookie(parts, languageCookie, `${language}; Max-Age=31536000`)]);
}

/** Where passkeys belong: a host name; browsers take none for a bare address. */
export function passkeySite(base: string): PasskeySite | undefined {
  const { origin, hostname } = new URL(base);
  return /^[\d.]+$|^\[/.test(hostname) ? undefined : { origin, host: hostname };
}

export function cookie({ base }: PageParts, name: string, value: string): string {
  // Lax, not Strict: the way back from the identity provider begins on another site.
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${base.startsWith('https:') ? '; Secure' : ''}`;
}

export function notice(
  { language }: BrowserRequest,
  { title, text, status = 200 }: { readonly title: PageKey; readonly text: PageKey; readonly status?: number },
): Answer {
  const texts = { title: pageText(language, title), text: pageText(language, text) };
  return page(status, noticePage(language, { path: '/device', ...texts }));
}

function over(request: BrowserRequest): Answer {
  return notice(request, { title: 'over.title', text: 'over.explained', status: 410 });
}

function tooMany(request: BrowserRequest): Answer {
  return notice(request, { title: 'tooMany.title', text: 'tooMany.explained', status: 429 });
}

function waysOf(parts: PageParts) {
  return { providerName: parts.signIn.providerName, hasPasskeys: passkeysOf(parts) !== undefined };
}

// Beside an identity provider nobody signs in with anything else.
function passkeysOf({ signIn, base }: PageParts): PasskeySite | undefined {
  return signIn.providerName === undefined ? passkeySite(base) : undefined;
}

function callbackUrl({ base }: PageParts): string {
  return `${base}/device/callback`;
}

// What the identity provider or the company's rules refuse is said in words; our own faults are not shown as such.
async function orNotice({ language }: BrowserRequest, act: () => Promise<Answer>): Promise<Answer> {
  try {
    return await act();
  } catch (fault) {
    if (!(fault instanceof OctroiError) || !describeCause(fault).startsWith('tenancy_')) throw fault;
    const { text, hint } = errorText(language, fault.code, fault.args);
    const link = { href: '/device/sign-in', label: pageText(language, 'refused.again') };
    const title = pageText(language, 'refused.title');
    const words = { path: '/device/sign-in', title, text: `${text} ${hint}`, link };
    return page(fault.code === 'tenancy_provider_unavailable' ? 503 : 403, noticePage(language, words));
  }
}
