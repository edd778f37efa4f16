/*
 * Makes the app package that a Teams administrator uploads, checked by Microsoft's own schema.
 * `npm run teams:zip -- --app-id ID --site HOST [--privacy ADDRESS] [--out send-reviews.zip]`; exit code 1 where what was said can't be used.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { fillTeams } from './manifests/filled.ts';
import { faultsOfTeamsManifest } from './manifests/teams-schema.ts';

const USAGE =
  'Usage: npm run teams:zip -- --app-id ID --site HOST [--privacy ADDRESS] [--out send-reviews.zip]';
const FOLDER = new URL('../manifests/teams/', import.meta.url);
/** So that the same manifest gives the same file, whenever it is made: the first day that a zip can name. */
const MADE = new Date(1980, 0, 1);

function asked() {
  try {
    const { values } = parseArgs({
      options: {
        'app-id': { type: 'string', default: '' },
        site: { type: 'string', default: '' },
        privacy: { type: 'string' },
        out: { type: 'string', default: 'send-reviews.zip' },
      },
    });
    return values;
  } catch {
    return undefined;
  }
}

async function teamsZip(): Promise<number> {
  const values = asked();
  const template = JSON.parse(await readFile(new URL('manifest.json', FOLDER), 'utf8'));
  const filled = fillTeams<typeof template>(
    template,
    values?.['app-id'] ?? '',
    values?.site ?? '',
    values?.privacy,
  );
  const faults = 'faults' in filled ? filled.faults : await faultsOfTeamsManifest(filled.manifest);
  if (!values || 'faults' in filled || faults.length > 0) {
    for (const line of [...faults, USAGE]) console.error(line);
    return 1;
  }
  const icons = [filled.manifest.icons.color, filled.manifest.icons.outline];
  const files = await Promise.all(
    icons.map(
      async (name) => [basename(name), new Uint8Array(await readFile(new URL(name, FOLDER)))] as const,
    ),
  );
  const manifest = strToU8(`${JSON.stringify(filled.manifest, null, 2)}\n`);
  const zipped = zipSync({ 'manifest.json': manifest, ...Object.fromEntries(files) }, { mtime: MADE });
  const failed = await writeFile(values.out, zipped).then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error.code,
  );
  if (failed !== undefined) {
    console.error(`--out: ${values.out} can't be written (${failed}); name a file, as send-reviews.zip`);
    return 1;
  }
  console.log(
    `Its privacy notice is at ${filled.manifest.developer.privacyUrl}: put yours there, or say where it is with --privacy.`,
  );
  console.log(
    `${values.out} is made. Upload it in the Teams admin centre: Teams apps, Manage apps, Upload new app.`,
  );
  return 0;
}

process.exitCode = await teamsZip();
