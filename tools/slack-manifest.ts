/*
 * Writes the manifest to paste at api.slack.com/apps, checked by as much of Slack's schema as it uses.
 * `npm run slack:manifest -- --site HOST [--out slack-manifest.json]`, or with `--socket-mode`, which needs no address; exit code
 * 1 where what was said can't be used.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fillSlack } from './manifests/filled.ts';
import { slackManifestSchema } from './manifests/slack-schema.ts';

const USAGE =
  'Usage: npm run slack:manifest -- --site HOST [--out slack-manifest.json], or with --socket-mode, which needs no address';
const FOLDER = new URL('../manifests/slack/', import.meta.url);
const read = async (name: string) =>
  slackManifestSchema.parse(JSON.parse(await readFile(new URL(name, FOLDER), 'utf8')));

function asked() {
  try {
    const { values } = parseArgs({
      options: {
        site: { type: 'string' },
        'socket-mode': { type: 'boolean', default: false },
        out: { type: 'string', default: 'slack-manifest.json' },
      },
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
  if (!values || 'faults' in filled) {
    for (const line of [...('faults' in filled ? filled.faults : []), USAGE]) console.error(line);
    return 1;
  }
  await writeFile(values.out, `${JSON.stringify(slackManifestSchema.parse(filled.manifest), null, 2)}\n`);
  console.log(
    `${values.out} is made. Paste all of it at api.slack.com/apps: Create New App, From a manifest.`,
  );
  return 0;
}

process.exitCode = await slackManifest();
