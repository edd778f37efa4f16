import { type OldIds, withNewIds } from '../old-ids.ts';
import { byCollection } from '../schemas.ts';
import { FIRST_FORMAT } from '../stored-document.ts';
import type { Contents, Upgrade, Upgraded } from './upgrade.ts';

/** The format that these upgrades lead to. */
export function formatOf(upgrades: readonly Upgrade[]): number {
  return upgrades.at(-1)?.to ?? FIRST_FORMAT;
}

/**
 * All that is stored in `format` as the last of `upgrades` has it; `oldIds` is what earlier ones had changed, and `secret`
 * what new ids are made with. Never throws:
 * what can't be brought up is left out of `contents` and named in `stuck`.
 */
export function bringUp(
  contents: Contents,
  format: number,
  upgrades: readonly Upgrade[],
  oldIds: OldIds,
  secret: string,
): Required<Upgraded> {
  return upgrades
    .filter(({ to }) => to > format)
    .reduce<Required<Upgraded>>(
      (so, upgrade) => {
        const after = attempt(upgrade, so.contents, secret);
        return {
          contents: after.contents,
          newIds: withNewIds(so.newIds, after.newIds ?? {}),
          stuck: [...so.stuck, ...(after.stuck ?? [])],
        };
      },
      { contents, newIds: oldIds, stuck: [] },
    );
}

// An upgrade that looks at all documents at once can't say which of them it tripped over.
function attempt({ run }: Upgrade, before: Contents, secret: string): Upgraded {
  try {
    return run(before, secret);
  } catch {
    return { contents: byCollection(() => []), stuck: [{}] };
  }
}
