import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe } from '@jest/globals';
import { type BrowserContext, chromium } from 'playwright-core';
import { findChromium } from '../scripts/chromium.mjs';

const found = await findChromium();
if (!found) console.warn('not run: what is tested in Chromium. There is none on PATH, and npm has none for this machine');

/** `describe` where there is a Chromium; elsewhere its tests are named as not run. */
export const inChromium = found ? describe : describe.skip;

/** A browser with a profile of its own; `end` leaves nothing of it. */
export async function startChromium(): Promise<{ readonly context: BrowserContext; readonly end: () => Promise<void> }> {
  const profile = mkdtempSync(`${tmpdir()}/zd-chromium-`);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: found?.path,
    headless: true,
    args: [...(found?.args ?? [])],
  });
  const end = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { context, end };
}
