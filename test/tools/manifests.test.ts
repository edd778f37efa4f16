import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fillSlack, fillTeams } from '../../tools/manifests/filled.ts';
import { faultsOfTeamsManifest } from '../../tools/manifests/teams-schema.ts';

const APP_ID = 'AB34abcd-1111-4222-8333-444455556666';
const read = async (name: string) =>
  JSON.parse(await readFile(new URL(`../../manifests/${name}`, import.meta.url), 'utf8'));
const teams = await read('teams/manifest.json');
const slack = await read('slack/manifest.json');
const run = (tool: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [`tools/${tool}.ts`, ...args]).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, said: stderr }),
  );

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'manifests-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

describe('the Teams manifest of a school', () => {
  it('has the school’s app id and site wherever they belong, and passes Microsoft’s schema', async () => {
    const filled = fillTeams<typeof teams>(teams, APP_ID, 'https://reviews.oakfield.example/');
    if ('faults' in filled) throw new Error(filled.faults.join());
    const { manifest } = filled;
    expect(manifest.id).toBe(APP_ID.toLowerCase());
    expect(manifest.bots[0].botId).toBe(APP_ID.toLowerCase());
    expect(manifest.developer.privacyUrl).toBe('https://reviews.oakfield.example/privacy');
    expect(JSON.stringify(manifest)).not.toMatch(/00000000-|school\.example/);
    expect(await faultsOfTeamsManifest(manifest)).toEqual([]);
  });

  it('changes nothing else', () => {
    const filled = fillTeams<typeof teams>(teams, APP_ID, 'reviews.oakfield.example');
    if ('faults' in filled) throw new Error(filled.faults.join());
    const back = JSON.stringify(filled.manifest)
      .replaceAll(APP_ID.toLowerCase(), '00000000-0000-0000-0000-000000000000')
      .replaceAll('reviews.oakfield.example', 'school.example');
    expect(back).toBe(JSON.stringify(teams));
  });

  it.each([
    ['no app id', '', 'reviews.oakfield.example', ['--app-id']],
    ['the id of nobody', '00000000-0000-0000-0000-000000000000', 'reviews.oakfield.example', ['--app-id']],
    ['both wrong: both are named', 'x', 'localhost', ['--app-id', '--site']],
    ['no encryption', APP_ID, 'http://reviews.oakfield.example', ['--site']],
    ['a page, not a site', APP_ID, 'https://reviews.oakfield.example/bot', ['--site']],
    ['an address of a machine', APP_ID, '10.0.0.7', ['--site']],
    ['an IPv6 address', APP_ID, 'https://[::1]', ['--site']],
    ['a name and a password in it', APP_ID, 'https://me:secret@reviews.oakfield.example', ['--site']],
    ['no address at all', APP_ID, '"/>', ['--site']],
  ])('refuses %s', (_, appId, site, options) => {
    const filled = fillTeams(teams, appId, site);
    expect('faults' in filled && filled.faults.map((fault) => fault.split(':')[0])).toEqual(options);
  });

  it('leads to the school’s own privacy notice where one is named', () => {
    const at = 'https://oakfield.example/privacy-notice';
    const filled = fillTeams<typeof teams>(teams, APP_ID, 'reviews.oakfield.example', at);
    if ('faults' in filled) throw new Error(filled.faults.join());
    expect(filled.manifest.developer.privacyUrl).toBe(at);
    const refused = fillTeams(teams, APP_ID, 'reviews.oakfield.example', 'oakfield.example/privacy');
    expect('faults' in refused && refused.faults.map((fault) => fault.split(':')[0])).toEqual(['--privacy']);
  });

  it('is packed with its icons for the admin centre', { timeout: 30_000 }, async () => {
    const out = join(await aFolder(), 'app.zip');
    const made = await run(
      'teams-zip',
      '--app-id',
      APP_ID,
      '--site',
      'reviews.oakfield.example',
      '--out',
      out,
    );
    expect(made.code).toBe(0);
    const files = unzipSync(await readFile(out));
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString()).id).toBe(APP_ID.toLowerCase());
    expect(await run('teams-zip', '--site', 'reviews.oakfield.example', '--out', out)).toMatchObject({
      code: 1,
      said: expect.stringContaining('--app-id: write the Microsoft App ID'),
    });
    const site = ['--app-id', APP_ID, '--site', 'reviews.oakfield.example'];
    expect(await run('teams-zip', ...site, '--out', tmpdir())).toMatchObject({
      code: 1,
      said: expect.stringContaining('name a file'),
    });
  });
});

describe('the Slack manifest of a school', () => {
  it('has the school’s site in all four addresses', () => {
    const filled = fillSlack(slack, 'reviews.oakfield.example');
    if ('faults' in filled) throw new Error(filled.faults.join());
    const text = JSON.stringify(filled.manifest);
    expect(text.split('https://reviews.oakfield.example/slack/events')).toHaveLength(5);
    expect(text).not.toContain('YOUR-ADDRESS');
  });

  it('is made for HTTPS or for Socket Mode; said of neither or both, it asks which', {
    timeout: 30_000,
  }, async () => {
    const out = join(await aFolder(), 'slack.json');
    const made = async (...args: string[]) => {
      const { code } = await run('slack-manifest', ...args, '--out', out);
      expect(code).toBe(0);
      return JSON.parse(await readFile(out, 'utf8'));
    };
    expect((await made('--site', 'reviews.oakfield.example')).settings.socket_mode_enabled).toBe(false);
    expect((await made('--socket-mode')).settings.socket_mode_enabled).toBe(true);
    for (const args of [[], ['--socket-mode', '--site', 'reviews.oakfield.example']]) {
      const { code, said } = await run('slack-manifest', ...args);
      expect(code).toBe(1);
      expect(said).toMatch(/^Usage: /);
    }
  });
});
