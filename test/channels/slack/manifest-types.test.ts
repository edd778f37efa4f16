import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * Slack publishes its manifest's schema as a type, in @slack/web-api: the names of scopes and events are in it, and
 * keys it does not know are refused where a literal is written out. So the manifests are written out, and compiled.
 */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const run = promisify(execFile);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(root, 'node_modules', '.manifest-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the compiler says of `manifest` as Slack's own type; nothing when it is right. */
async function compiled(manifest: unknown): Promise<string> {
  const file = join(folder, 'manifest.ts');
  const type = `import('@slack/web-api/dist/types/request/manifest.js').Manifest`;
  await writeFile(file, `export const manifest: ${type} = ${JSON.stringify(manifest)};\n`);
  const options = ['--noEmit', '--ignoreConfig', '--skipLibCheck', '--strict', '--module', 'nodenext', file];
  try {
    await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...options], { cwd: root });
    return '';
  } catch (error) {
    return (error as { readonly stdout: string }).stdout;
  }
}

describe('the Slack manifests, as the type that Slack publishes for them', () => {
  it.each(['manifest.json', 'manifest-socket-mode.json'])('%s is right', async (name) => {
    const manifest: unknown = JSON.parse(await readFile(join(root, 'manifests/slack', name), 'utf8'));
    expect(await compiled(manifest)).toBe('');
  });

  it('given a scope that Slack does not know, the compiler says so', async () => {
    const said = await compiled({
      display_information: { name: 'SEND reviews' },
      oauth_config: { scopes: { bot: ['chat:shout'] } },
    });
    expect(said).toMatch(/TS2322/);
  });
});
