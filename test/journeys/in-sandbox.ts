import { expect } from 'vitest';
import { sandboxChannel } from '../../src/channels/sandbox/sandbox.ts';
import { instantAt } from '../../src/domain/time.ts';
import { type BotOptions, startBot, type TestBot } from '../support/bot.ts';
import { type SandboxPlayer, sandboxPlayer } from '../support/sandbox-player.ts';
import type { LongStage } from './story.ts';

/** The made-up school at the sandbox, without its page. */
export interface SchoolInSandbox {
  readonly bot: TestBot;
  player(name: string): SandboxPlayer;
}

/** The same hands, who look once whatever others did has arrived. */
const settled = (player: SandboxPlayer, { settle }: TestBot): SandboxPlayer => ({
  ...player,
  async sees(text) {
    await settle();
    await player.sees(text);
  },
});

/** The school at the sandbox, where its staff are whoever the page is looked at as. */
export async function aSchoolInSandbox(noting: Pick<BotOptions, 'auditOf'> = {}): Promise<SchoolInSandbox> {
  // Its page asks for them once the school is there.
  let staff: TestBot['school']['staff'] = [];
  const bot = await startBot({
    ...noting,
    channels: ({ clock, ids }) => [
      sandboxChannel({
        ...{ ids, isOwn: false, beginOwn: async () => undefined },
        clock: { now: clock.now, moveTo: async () => undefined },
        people: async () =>
          staff.map(({ email, name, role }) => ({ email, name, role, toDo: 0, school: 'Oakfield' })),
        nextSchoolMorning: async () => clock.now(),
      }),
    ],
  });
  ({ staff } = bot.school);
  const players = new Map<string, SandboxPlayer>();
  const player = (name: string) => {
    const { email } = staff.find((one) => one.name === name) ?? expect.fail(name);
    const known = players.get(name) ?? settled(sandboxPlayer(bot.url, email), bot);
    players.set(name, known);
    return known;
  };
  return { bot, player };
}

/** The stage of a story told there. */
export const stageInSandbox = ({ bot, player }: SchoolInSandbox): LongStage => ({
  player,
  nextSchoolMorning: bot.nextSchoolMorning,
  day: bot.day,
  until: (date) => bot.moveTo(instantAt(date, '09:00')),
});
