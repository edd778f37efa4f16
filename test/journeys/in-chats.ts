import { expect, it } from 'vitest';
import type { School } from '../../src/domain/school/school.ts';
import type { Store } from '../../src/store/store.ts';
import { aSchoolInSandbox, stageInSandbox } from './in-sandbox.ts';
import { aSchoolInSlack, stageInSlack } from './in-slack.ts';
import { aSchoolInTeams, stageInTeams } from './in-teams.ts';
import type { LongStage } from './story.ts';

/** A story as it is told at any chat, and what is to have come of it. */
interface Told {
  readonly tell: (stage: LongStage, store: Store, school: School) => Promise<void>;
  readonly effects: (store: Store, school: School) => Promise<void>;
  /** Who has added the app in Teams before the story begins: they are written to before they have written. */
  readonly installed?: readonly string[];
}

/** The same story in Slack, which refuses nothing that is sent, in Teams and in the sandbox, each at a school of its own. */
export function inEveryChat({ tell, effects, installed = [] }: Told): void {
  it('of Slack', async () => {
    const inSlack = await aSchoolInSlack();
    const { store, school } = inSlack.bot;
    await tell(stageInSlack(inSlack), store, school);
    await effects(store, school);
    expect(inSlack.workspace.refused).toEqual([]);
  });

  it('of Teams', async () => {
    const inTeams = await aSchoolInTeams();
    const { store, school } = inTeams.bot;
    for (const name of installed) await inTeams.player(name).installs();
    await tell(stageInTeams(inTeams), store, school);
    await effects(store, school);
  });

  it('of the sandbox', async () => {
    const inSandbox = await aSchoolInSandbox();
    const { store, school } = inSandbox.bot;
    await tell(stageInSandbox(inSandbox), store, school);
    await effects(store, school);
  });
}
