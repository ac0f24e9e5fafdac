import chromiumBinary from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/*
 * A real browser from npm. It may run as root in a container, so without a sandbox of its own, and it must not speak to
 * anybody but the post under test.
 */
const switches = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A name for this machine that browsers do not trust as they trust 127.0.0.1, as most installations have it.
  '--host-resolver-rules=MAP octroi.test 127.0.0.1',
];

/** Starts a browser with an empty profile. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumBinary.executablePath(), args: switches, headless: true });
}
