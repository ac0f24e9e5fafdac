import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, scrollTo } from '../support/in-page.ts';
import { closeScenery, openScenery, type Scenery, see, sights } from '../support/sights.ts';
import { openVisitors, type Visitors } from '../support/visitors.ts';

/*
 * Not a test: `npm run screenshots` writes every sight of the console, in each size, theme and language, for people to
 * look at. OCTROI_SCREENSHOTS names the folder.
 */
const folder = resolve(process.env['OCTROI_SCREENSHOTS'] || join(tmpdir(), 'octroi-screenshots'));

let scenery: Scenery;
let visitors: Visitors;

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  process.stderr.write(`screenshots: ${folder}\n`);
  scenery = await openScenery();
  visitors = await openVisitors();
});
afterAll(async () => {
  await visitors.close();
  await closeScenery(scenery);
});

test.each(sights)('$name', async (sight) => {
  const page = await see(sight, scenery, visitors);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  for (const width of [1440, 800, 360]) {
    await page.setViewportSize({ width, height: width < 500 ? 780 : 900 });
    for (const language of ['en', 'fr']) {
      await choose(page, 'language', language);
      for (const theme of ['light', 'dark']) {
        await choose(page, 'theme', theme);
        await scrollTo(page, 0);
        const path = join(folder, `${sight.name}-${width}-${theme}-${language}.png`);
        // A dialog belongs to what is in sight; a page is shown whole.
        const image = await page.screenshot({ path, fullPage: (await page.locator('dialog').count()) === 0 });
        expect(image.length).toBeGreaterThan(1_000);
      }
    }
  }
  await visitors.leave();
});
