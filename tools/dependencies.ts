/*
 * Looks at what we depend upon, as far as package.json, the lockfile and docs/dependencies.md tell: licences, checksums, install
 * scripts, exact versions. `npm run dependencies`; exit code 1 where something is wrong. It knows of no advisories: those are the
 * registry's to tell (`npm audit`), and docs/operations.md says who asks it.
 */
import { readFile } from 'node:fs/promises';
import { dependencyFaults, lockfileSchema, packageSchema } from './dependencies/faults.ts';

const read = (name: string) => readFile(new URL(`../${name}`, import.meta.url), 'utf8');
const lockfile = lockfileSchema.parse(JSON.parse(await read('package-lock.json')));
const ours = packageSchema.parse(JSON.parse(await read('package.json')));
const faults = dependencyFaults(lockfile, ours, await read('docs/dependencies.md'));
for (const fault of faults) console.error(fault);
const all = Object.entries(lockfile.packages).filter(([path]) => path !== '');
const run = all.filter(([, { dev }]) => !dev).length;
console.log(
  `${all.length} packages, ${run} of them at run time: ${faults.length === 0 ? 'licences, checksums, install scripts and versions are as agreed.' : `${faults.length} faults.`}`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
