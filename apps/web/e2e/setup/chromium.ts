import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const installed = fileURLToPath(new URL('../../node_modules/@sparticuz/chromium/package.json', import.meta.url));
const unpacker = fileURLToPath(new URL('./unpack-chromium.ts', import.meta.url));
/** Where Chromium is kept, unpacked, from one run to the next. */
const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

/**
 * Unpacks the Chromium that came from the registry, once per version, and whole or not at all. Gives its folder, or
 * null where that Chromium does not run and an installed Chrome has to do.
 */
export async function unpackChromium(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { version } = JSON.parse(readFileSync(installed, 'utf8'));
  const folder = path.join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}-${process.pid}`;
  mkdirSync(draft, { recursive: true });
  await promisify(execFile)(process.execPath, [unpacker], { env: { TMPDIR: draft } });
  chmodSync(path.join(draft, 'chromium'), 0o755);
  writeFileSync(path.join(draft, 'fonts.conf'), fontsIn(folder));
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another run was faster: its copy is as good.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Starts Chromium without a window. Takes the unpacked folder; throws one sentence when it does not start. */
export async function launchChromium(folder: string | null): Promise<Browser> {
  const options = folder ? unpacked(folder) : { channel: 'chrome' };
  try {
    return await chromium.launch({ ...options, args: ['--disable-gpu', '--font-render-hinting=none', ...alone] });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const what = folder ? `Chromium in ${folder}` : 'Google Chrome (needed here, where the registry has no Chromium)';
    throw new Error(`${what} did not start, so no journey could be tried: ${why}`);
  }
}

/** Nothing but this machine is looked up, whatever a page or the browser itself may ask for. */
const alone = ['--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'];

function unpacked(folder: string) {
  const { PATH = '' } = process.env;
  const env = {
    PATH,
    HOME: tmpdir(),
    LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'),
    FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
  };
  return { executablePath: path.join(folder, 'chromium'), env };
}

/** The machine's own fonts, if there are any, know more scripts; the unpacked ones are always there. */
function fontsIn(folder: string): string {
  const dirs = ['/usr/share/fonts', path.join(folder, 'fonts')].map((dir) => `<dir>${dir}</dir>`).join('');
  const cacheDir = `<cachedir>${path.join(tmpdir(), 'beback-fonts')}</cachedir>`;
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}${cacheDir}</fontconfig>`;
}
