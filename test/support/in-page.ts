import axe from 'axe-core';
import type { Page } from 'playwright-core';

/*
 * What tests do inside a page. As text: it runs in the browser, and the types of this program know no `window`.
 */

export async function scrolledBy(page: Page): Promise<number> {
  return Number(await page.evaluate('window.scrollY'));
}

export async function scrollTo(page: Page, top: number): Promise<void> {
  await page.evaluate(`window.scrollTo(0, ${top})`);
}

/** Makes the page believe that its tab is in sight, or is not. */
export async function setVisibility(page: Page, state: 'visible' | 'hidden'): Promise<void> {
  await page.evaluate(`
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => '${state}' });
    document.dispatchEvent(new Event('visibilitychange'));
  `);
}

/** Lets a call go to the server and back, for whatever the page itself has asked to arrive as well. */
export async function roundTrip(page: Page): Promise<void> {
  await page.evaluate(`fetch('/api/session').then((answer) => answer.text())`);
}

/** Chooses a language or a theme the way another tab of this browser does. */
export async function choose(page: Page, what: 'language' | 'theme', choice: string): Promise<void> {
  await page.evaluate(`
    localStorage.setItem('octroi.${what}', '${choice}');
    window.dispatchEvent(new StorageEvent('storage', { key: 'octroi.${what}' }));
  `);
}

/** The colour of the page's ground. */
export async function groundOf(page: Page): Promise<string> {
  return String(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor'));
}

/** How many pixels the page is wider than the window, or what is in an open dialog than the dialog. */
export async function overflowOf(page: Page): Promise<number> {
  return Number(
    await page.evaluate(`Math.max(...[document.documentElement, ...document.querySelectorAll('dialog[open]')]
      .map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))`),
  );
}

/** Every text a reader meets on a page, with eyes or with ears: what is shown, its labels and titles, the tab's name. */
export async function textsOf(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(`(() => {
    const texts = document.title.split(' · ');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement.closest('noscript, script, style, [translate=no]')) texts.push(node.data);
    for (const element of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        if (element.hasAttribute(name)) texts.push(element.getAttribute(name));
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  })()`);
  return Array.isArray(found) ? found.map(String) : [];
}

/** What the keyboard is at: one of what `usable` has named, and whether its focus can be seen. */
export type Focus = { readonly place: string; readonly isSeen: boolean };

export async function focusOf(page: Page): Promise<Focus | undefined> {
  const found = await page.evaluate(`(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const isOutlined = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const isSeen = isOutlined(getComputedStyle(element)) || isOutlined(getComputedStyle(element, '::after'));
    return { place: element.dataset.place ?? element.outerHTML.slice(0, 80), isSeen };
  })()`);
  return found as Focus | undefined;
}

/**
 * Names all that can be used on a page, or in its dialog where one is open. The names stay with the elements. Of choices that
 * exclude each other the keyboard comes to one, the chosen or the first, and to the others by its arrows.
 */
export async function usable(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(`(() => {
    const within = document.querySelector('dialog[open]') ?? document;
    const all = within.querySelectorAll('a[href], button:not(:disabled), input, select, summary, textarea');
    const groupOf = (radio) => [...all].filter((one) => one.type === 'radio' && one.name === radio.name);
    const isMet = (element) => element.type !== 'radio' || element === (groupOf(element).find((one) => one.checked) ?? groupOf(element)[0]);
    return [...all]
      .filter((element) => element.checkVisibility() && isMet(element))
      .map((element, index) => (element.dataset.place = index + ' ' + element.tagName + ' ' + element.textContent.slice(0, 40)));
  })()`);
  return Array.isArray(found) ? found.map(String) : [];
}

// WCAG 2.2 at level AA, and what axe knows to be good practice beyond it.
const accessibilityRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong with a page as it stands. Its source is read into a page once, and what passed is not written up:
 * seven times as fast as the bridge for Playwright, which does both at each call (measured 2026-11-27), with the same rules.
 * It looks into no frame: no page here has one.
 */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const options = { runOnly: { type: 'tag', values: accessibilityRules }, resultTypes: ['violations'] };
  const found = await page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.map(({ id, help, nodes }) => id + ': ' + help + ': ' + nodes.map(({ html }) => html).join(' ')))`);
  return Array.isArray(found) ? found.map(String) : [String(found)];
}
