/*
 * Prints the manifest to paste at api.slack.com/apps, checked by as much of Slack's schema as it uses.
 * `npm run --silent slack:manifest -- --site HOST`, or `-- --socket-mode`, which needs no address; exit code 1 where what was
 * said can't be used.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fillSlack } from './manifests/filled.ts';
import { slackManifestSchema } from './manifests/slack-schema.ts';

const USAGE =
  'Usage: npm run --silent slack:manifest -- --site HOST, or -- --socket-mode, which needs no address';
const FOLDER = new URL('../manifests/slack/', import.meta.url);
const read = async (name: string) =>
  slackManifestSchema.parse(JSON.parse(await readFile(new URL(name, FOLDER), 'utf8')));

function asked() {
  try {
    const { values } = parseArgs({
      options: { site: { type: 'string' }, 'socket-mode': { type: 'boolean', default: false } },
    });
    return (values.site === undefined) === values['socket-mode'] ? values : undefined;
  } catch {
    return undefined;
  }
}

async function slackManifest(): Promise<number> {
  const values = asked();
  const filled = !values
    ? { faults: [] }
    : values.site === undefined
      ? { manifest: await read('manifest-socket-mode.json') }
      : fillSlack(await read('manifest.json'), values.site);
  if ('faults' in filled) {
    for (const line of [...filled.faults, USAGE]) console.error(line);
    return 1;
  }
  console.log(JSON.stringify(slackManifestSchema.parse(filled.manifest), null, 2));
  return 0;
}

process.exitCode = await slackManifest();
