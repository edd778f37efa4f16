import { readFile } from 'node:fs/promises';
import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const SCHEMAS = new URL(
  '../../node_modules/@microsoft/app-manifest/build/json-schemas/teams/',
  import.meta.url,
);

/**
 * What is wrong with a Teams manifest by Microsoft's own schema of the version that it names; nothing where it is right.
 * @throws {Error} where there is no schema of that version.
 */
export async function faultsOfTeamsManifest(manifest: { manifestVersion: string }): Promise<string[]> {
  const file = new URL(`v${manifest.manifestVersion}/MicrosoftTeams.schema.json`, SCHEMAS);
  const ajv = new AjvDraft4.default({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(await readFile(file, 'utf8')));
  validate(manifest);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || 'the manifest'} ${message}`,
  );
}
