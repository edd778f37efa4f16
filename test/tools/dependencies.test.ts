import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { dependencyFaults, lockfileSchema, packageSchema } from '../../tools/dependencies/faults.ts';

const read = (name: string) => readFile(new URL(`../../${name}`, import.meta.url), 'utf8');
const sound = { version: '1.0.0', license: 'MIT', integrity: 'sha512-abc' };
const ours = { dependencies: { good: '1.0.0' }, devDependencies: {}, allowScripts: {} };
const page = 'We need `good`.';
const faultsWith = (one: object, path = 'node_modules/good') =>
  dependencyFaults(
    lockfileSchema.parse({ lockfileVersion: 3, packages: { '': {}, [path]: { ...sound, ...one } } }),
    ours,
    page,
  );

describe('what we depend upon', () => {
  it('is as agreed today', async () => {
    const lockfile = lockfileSchema.parse(JSON.parse(await read('package-lock.json')));
    const today = packageSchema.parse(JSON.parse(await read('package.json')));
    expect(dependencyFaults(lockfile, today, await read('docs/dependencies.md'))).toEqual([]);
  });

  it.each<[string, object, string?]>([
    ['a licence that asks for more', { license: 'GPL-3.0' }],
    ['one that does, inside another package', { license: 'AGPL-3.0' }, 'node_modules/a/node_modules/b'],
    ['a licence for development, at run time', { license: 'MPL-2.0' }],
    ['no licence', { license: undefined }],
    ['no checksum', { integrity: undefined }],
    ['a weak checksum', { integrity: 'sha1-abc' }],
    ['a file from anywhere', { resolved: 'git+ssh://git@host/x.git' }],
    ['a script at its installation', { hasInstallScript: true }],
    ['its withdrawal', { deprecated: 'use another' }],
  ])('is at fault for %s', (_, one, path) => {
    expect(faultsWith(one, path)).toHaveLength(1);
  });

  it('may be more freely licensed where it is for development only', () => {
    expect(faultsWith({ license: 'MPL-2.0', dev: true })).toEqual([]);
    expect(faultsWith({ license: 'GPL-3.0', dev: true })).toHaveLength(1);
  });

  it.each([
    ['a version that floats', { dependencies: { good: '^1.0.0' } }],
    ['a package the page has no line of', { devDependencies: { other: '1.0.0' } }],
  ])('is at fault for %s', (_, change) => {
    const lockfile = lockfileSchema.parse({ lockfileVersion: 3, packages: { '': {} } });
    expect(dependencyFaults(lockfile, { ...ours, ...change }, page)).toHaveLength(1);
  });
});
