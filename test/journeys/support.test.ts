import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/domain/time.ts';
import { aSchoolInSlack, stageInSlack } from './in-slack.ts';
import { aSchoolInTeams, stageInTeams } from './in-teams.ts';
import { schoolAtNoChat } from './no-chat.ts';
import { supportFollowedThrough } from './support-story.ts';

describe('support that was agreed, followed through over two half-terms and into the next review', () => {
  it('at no chat in particular, asks on just three days', async () => {
    const at = await schoolAtNoChat();
    await supportFollowedThrough(at);
    const asked = at.sent.filter(
      ({ to, shown }) => to.startsWith('kwame.mensah') && /^SEND reviews: \d+/.test(shown),
    );
    expect(asked.map(({ at: when }) => localDate(when))).toEqual(['2026-11-25', '2026-12-02', '2027-01-18']);
    const review = await at.store.get('reviews', 'ruby-1');
    expect(review?.provision[0]?.happening?.map(({ is, at: when }) => [is, localDate(when)])).toEqual([
      ['not-yet', '2026-11-25'],
      ['yes', '2026-12-02'],
      ['yes', '2027-01-18'],
    ]);
    const named = review?.history.filter(({ what }) => what.startsWith('support-'));
    expect(named?.map(({ what, fields }) => [what, ...fields])).toEqual([
      ['support-answered', 'provision.talk-boost.happening'],
      ['support-answered', 'provision.talk-boost.happening'],
      ['support-answered', 'provision.talk-boost.happening'],
      ['support-ended', 'provision.talk-boost.ended'],
    ]);
  });

  it('in Slack', async () => {
    const inSlack = await aSchoolInSlack();
    const { store, school } = inSlack.bot;
    await supportFollowedThrough({ ...stageInSlack(inSlack), store, school });
    expect(inSlack.workspace.refused).toEqual([]);
  });

  it('in Teams', async () => {
    const inTeams = await aSchoolInTeams();
    const { store, school } = inTeams.bot;
    await supportFollowedThrough({ ...stageInTeams(inTeams), store, school });
  });
});
