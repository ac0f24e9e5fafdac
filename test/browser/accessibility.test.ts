import { expect, test } from 'vitest';
import { examineSights } from '../support/examine-sights.ts';
import { violationsOn } from '../support/in-page.ts';
import { sightsOfTraffic } from '../support/sights.ts';
import { openVisitors } from '../support/visitors.ts';

test('axe sees what it should see', async () => {
  const visitors = await openVisitors();
  const page = await visitors.come();
  await page.setContent('<html><body><img src="data:,"><p style="color:#bbb">pale</p></body></html>');
  const found = (await violationsOn(page)).map((violation) => violation.split(':')[0]);
  expect(found).toEqual(expect.arrayContaining(['image-alt', 'color-contrast', 'html-has-lang']));
  await visitors.close();
});

examineSights(sightsOfTraffic);
