import { type OldIds, withNewIds } from '../old-ids.ts';
import { FIRST_FORMAT } from '../stored-document.ts';
import type { Contents, Upgrade, Upgraded } from './upgrade.ts';

/** The format that these upgrades lead to. */
export function formatOf(upgrades: readonly Upgrade[]): number {
  return upgrades.at(-1)?.to ?? FIRST_FORMAT;
}

/** All that is stored in `format` as the last of `upgrades` has it; `oldIds` is what earlier ones had changed. */
export function bringUp(
  contents: Contents,
  format: number,
  upgrades: readonly Upgrade[],
  oldIds: OldIds,
): Required<Upgraded> {
  return upgrades
    .filter(({ to }) => to > format)
    .reduce<Required<Upgraded>>(
      (so, { run }) => {
        const after = run(so.contents);
        return { contents: after.contents, newIds: withNewIds(so.newIds, after.newIds ?? {}) };
      },
      { contents, newIds: oldIds },
    );
}
