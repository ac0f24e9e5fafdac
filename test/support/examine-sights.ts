import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { choose, overflowOf, violationsOn } from './in-page.ts';
import { closeScenery, openScenery, type Scenery, see, type Sight } from './sights.ts';
import { openVisitors, type Visitors } from './visitors.ts';

/** A test for each sight: accessible and within its width, in each theme, language and size. */
export function examineSights(sights: readonly Sight[]): void {
  let scenery: Scenery;
  let visitors: Visitors;

  beforeAll(async () => {
    scenery = await openScenery();
    visitors = await openVisitors();
  });
  afterEach(() => visitors.leave());
  afterAll(async () => {
    await visitors.close();
    await closeScenery(scenery);
  });

  test.each(sights)('$name: accessible and within its width, in each theme, language and size', async (sight) => {
    const page = await see(sight, scenery, visitors);
    for (const width of [1440, 800, 360]) {
      await page.setViewportSize({ width, height: 900 });
      for (const language of ['en', 'fr']) {
        await choose(page, 'language', language);
        expect([width, language, await overflowOf(page)]).toEqual([width, language, 0]);
        for (const theme of ['light', 'dark']) {
          await choose(page, 'theme', theme);
          expect([width, language, theme, ...(await violationsOn(page))]).toEqual([width, language, theme]);
        }
      }
    }
  });
}
