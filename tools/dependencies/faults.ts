import { z } from 'zod';

/** As much of package-lock.json (version 3) as is looked at. */
export const lockfileSchema = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      deprecated: z.string().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});

/** As much of package.json as is looked at. */
export const packageSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  allowScripts: z.record(z.string(), z.boolean()),
});

/** Licences that ask no more than that their text goes along, by their SPDX names. */
const PERMISSIVE = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT OR Apache-2.0',
  'Unlicense',
];
/** Others, that are well for what is used in development only and passed on to nobody. */
const IN_DEVELOPMENT = ['(ISC AND CC-BY-3.0)', 'MPL-2.0', 'PSF-2.0'];
/** Looked at one by one, since the lockfile does not say: the package, and where its licence is. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  jspath: 'MIT, in its LICENSE file',
  '@microsoft/m365agentsplayground': 'Microsoft’s own, in its LICENSE file: for development and tests',
};

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/**
 * What is wrong with what we depend upon, as far as the two files say: a licence we have not agreed to, a package without a
 * checksum or that comes from elsewhere than the registry, one that runs something when installed, one that is withdrawn, a
 * version that is not exact, a package of ours that the page on dependencies does not name.
 * @param page docs/dependencies.md, as it is
 */
export function dependencyFaults(
  lockfile: z.infer<typeof lockfileSchema>,
  ours: z.infer<typeof packageSchema>,
  page: string,
): string[] {
  const faults: string[] = [];
  for (const [path, one] of Object.entries(lockfile.packages)) {
    if (path === '') continue;
    const name = nameOf(path);
    const say = (fault: string) => faults.push(`${path}: ${fault}`);
    const allowed = one.dev ? [...PERMISSIVE, ...IN_DEVELOPMENT] : PERMISSIVE;
    if (!allowed.includes(one.license ?? '') && !Object.hasOwn(READ_BY_HAND, name))
      say(
        `its licence is ${one.license ?? 'not said'}: agree to it in tools/dependencies/faults.ts, or do without`,
      );
    if (!one.integrity?.startsWith('sha512-')) say('has no SHA-512 checksum');
    if (one.resolved && !one.resolved.startsWith('https://')) say('does not come from a registry by https');
    if (one.hasInstallScript && ours.allowScripts[name] !== true)
      say('runs a script when it is installed, which package.json does not allow');
    if (one.deprecated) say(`is withdrawn: ${one.deprecated}`);
  }
  for (const [name, version] of Object.entries({ ...ours.dependencies, ...ours.devDependencies })) {
    if (!/^\d+\.\d+\.\d+$/.test(version)) faults.push(`${name}: ${version} is no exact version`);
    if (!page.includes(`\`${name}\``)) faults.push(`${name}: has no line in docs/dependencies.md`);
  }
  return faults;
}
