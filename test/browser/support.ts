import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const PATH = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a headless Chromium: the one at CHROMIUM_PATH, else Debian's.
 * @throws {Error} that says how to install it, when there is none
 */
export async function launchChromium(): Promise<Browser> {
  if (!existsSync(PATH)) {
    throw new Error(
      `There is no browser at ${PATH}. Install one (apt-get install chromium) or set CHROMIUM_PATH.`,
    );
  }
  return chromium.launch({ executablePath: PATH, args: QUIET });
}

export interface View {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

/** A page of a browser, and everything it complained of: errors, refused loads, broken policies. */
export interface WatchedPage {
  readonly page: Page;
  readonly complaints: string[];
}

/** Opens `url` in a fresh context (no cookies, no storage), 1280 × 800 and light unless said otherwise. */
export async function openPage(browser: Browser, url: string, view: View = {}): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: view.width ?? 1280, height: view.height ?? 800 },
    colorScheme: view.dark ? 'dark' : 'light',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) complaints.push(`asked ${request.url()}`);
  });
  await page.goto(url);
  return { page, complaints };
}
