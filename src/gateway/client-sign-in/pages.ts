import { type PageKey, pageText } from '../../messages/index.ts';
import type { Language } from '../admission.ts';
import { type Html, html } from './html.ts';

type Framed = {
  readonly language: Language;
  readonly path: string;
  readonly title: string;
  readonly isScripted?: boolean;
};

/** The frame every page stands in. */
function frame({ language, path, title, isScripted = false }: Framed, body: Html): string {
  const other = language === 'fr' ? 'en' : 'fr';
  const script = isScripted ? html`<script type="module" src="/device/passkey.js"></script>` : undefined;
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>${title} · octroi</title>
    <link rel="stylesheet" href="/device/style.css" />
    ${script}
  </head>
  <body>
    <header><strong>octroi</strong><a href="/device/language/${other}?back=${encodeURIComponent(path)}" lang="${other}" hreflang="${other}">${pageText(language, 'page.otherLanguage')}</a></header>
    <main><h1>${title}</h1>${body}</main>
    <footer>${pageText(language, 'page.foot')}</footer>
  </body>
</html>
`.html;
}

export type CodePage = { readonly userCode: string; readonly isWrong: boolean };

/** Where the code is typed, or confirmed when the client's link holds it: it is never sent by itself (RFC 8628 §5.4). */
export function codePage(language: Language, { userCode, isWrong }: CodePage): string {
  const text = (key: PageKey): string => pageText(language, key);
  const described = isWrong ? html` aria-invalid="true" aria-describedby="wrong"` : undefined;
  const body = html`
    <p>${text('code.explained')}</p>
    ${isWrong ? html`<p role="alert" id="wrong">${text('code.wrong')}</p>` : undefined}
    <form method="post" action="/device">
      <label for="code">${text('code.label')}</label>
      <input class="code" type="text" id="code" name="user_code" value="${userCode}" required maxlength="20"
        autocomplete="off" autocapitalize="characters" spellcheck="false"${described} />
      <button>${text('code.continue')}</button>
    </form>
    <p class="soft">${text('code.warning')}</p>`;
  const path = userCode === '' ? '/device' : `/device?user_code=${encodeURIComponent(userCode)}`;
  return frame({ language, path, title: text('code.title') }, body);
}

export type WhoPage = {
  readonly providerName: string | undefined;
  readonly hasPasskeys: boolean;
  readonly isWrong: boolean;
};

/** Where a person says who they are: at the company's identity provider, or with an account here. */
export function whoPage(language: Language, { providerName, hasPasskeys, isWrong }: WhoPage): string {
  const text = (key: PageKey, args = {}): string => pageText(language, key, args);
  const framed = { language, path: '/device/sign-in', title: text('who.title') };
  if (providerName !== undefined) {
    const body = html`
      <p><a class="button" href="/device/provider">${text('who.provider', { provider: providerName })}</a></p>
      <p class="soft">${text('who.providerExplained')}</p>`;
    return frame(framed, body);
  }
  const described = isWrong ? html` aria-invalid="true" aria-describedby="wrong"` : undefined;
  const body = html`
    ${isWrong ? html`<p role="alert" id="wrong">${text('who.wrong')}</p>` : undefined}
    <form method="post" action="/device/sign-in">
      <label for="name">${text('who.name')}</label>
      <input type="text" id="name" name="name" required maxlength="120" autocomplete="username"${described} />
      <label for="password">${text('who.password')}</label>
      <input type="password" id="password" name="password" required maxlength="200" autocomplete="current-password"${described} />
      <button>${text('who.signIn')}</button>
    </form>
    ${hasPasskeys ? passkeyButton({ url: '/device/passkey', act: 'use', label: text('who.passkey'), failed: text('who.passkeyFailed') }) : undefined}
    <p class="soft">${text('who.noAccount')}</p>`;
  return frame({ ...framed, isScripted: hasPasskeys }, body);
}

type PasskeyButton = {
  readonly url: string;
  readonly act: 'use' | 'make';
  readonly label: string;
  readonly failed: string;
};

function passkeyButton({ url, act, label, failed }: PasskeyButton): Html {
  return html`<p role="alert" data-complaint></p>
    <p><button class="quiet" type="button" hidden data-passkey="${url}" data-act="${act}" data-failed="${failed}">${label}</button></p>`;
}

export type ApprovePage = {
  readonly name: string;
  readonly surface: string | undefined;
  readonly workspaces: readonly { readonly id: string; readonly name: string }[];
};

/** Where a person who has signed in decides over the client, and for which workspace. */
export function approvePage(language: Language, { name, surface, workspaces }: ApprovePage): string {
  const text = (key: PageKey, args = {}): string => pageText(language, key, args);
  const [only, ...others] = workspaces;
  const choice =
    only && others.length === 0
      ? html`<p>${text('approve.only', { workspace: only.name })}</p><input type="hidden" name="workspace" value="${only.id}" />`
      : html`<fieldset><legend>${text('approve.workspace')}</legend>${workspaces.map(
          (workspace) =>
            html`<label class="choice"><input type="radio" name="workspace" value="${workspace.id}" required /> ${workspace.name}</label>`,
        )}</fieldset>`;
  const body = html`
    <p>${text('approve.explained', { name })}</p>
    ${surface === undefined ? undefined : html`<p class="soft">${text('approve.surface', { surface })}</p>`}
    <form method="post" action="/device/decide">
      ${choice}
      <button name="decision" value="approve">${text('approve.yes')}</button>
      <button class="quiet" name="decision" value="deny" formnovalidate>${text('approve.no')}</button>
    </form>`;
  return frame({ language, path: '/device/decide', title: text('approve.title') }, body);
}

export type InvitePage = {
  readonly name: string;
  readonly hasPasskeys: boolean;
  /** What was wrong with the password that was sent. */
  readonly complaint: string | undefined;
};

/** Where an invited person sets a password or makes a passkey. */
export function invitePage(language: Language, { name, hasPasskeys, complaint }: InvitePage): string {
  const text = (key: PageKey, args = {}): string => pageText(language, key, args);
  const described =
    complaint === undefined ? html` aria-describedby="hint"` : html` aria-invalid="true" aria-describedby="wrong hint"`;
  const passkey = {
    url: '/invite/passkey',
    act: 'make',
    label: text('invite.passkey'),
    failed: text('invite.passkeyFailed'),
  } as const;
  const body = html`
    <p>${text('invite.explained', { name })}</p>
    ${complaint === undefined ? undefined : html`<p role="alert" id="wrong">${complaint}</p>`}
    <form method="post" action="/invite">
      <input type="text" name="name" value="${name}" autocomplete="username" hidden readonly />
      <label for="password">${text('invite.passwordLabel')}</label>
      <input type="password" id="password" name="password" required minlength="15" maxlength="200" autocomplete="new-password"${described} />
      <p class="soft" id="hint">${text('invite.passwordHint')}</p>
      <label for="repeat">${text('invite.repeatLabel')}</label>
      <input type="password" id="repeat" name="repeat" required minlength="15" maxlength="200" autocomplete="new-password" />
      <button>${text('invite.set')}</button>
    </form>
    ${hasPasskeys ? passkeyButton(passkey) : undefined}`;
  return frame({ language, path: '/invite', title: text('invite.title'), isScripted: hasPasskeys }, body);
}

export type Notice = {
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly link?: { readonly href: string; readonly label: string };
};

/** A page that says one thing. */
export function noticePage(language: Language, { path, title, text, link }: Notice): string {
  const way = link && html`<p><a href="${link.href}">${link.label}</a></p>`;
  return frame({ language, path, title }, html`<p>${text}</p>${way}`);
}
