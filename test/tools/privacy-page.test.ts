import { expect, it } from 'vitest';
import { pageNamed, SOURCES } from '../support/pages.ts';

/** Hosts that stand in the channels' code as addresses; the API's own address at Slack is its client's. */
const HOSTS = SOURCES.filter(({ path }) => /^src\/channels\/(slack|teams)\//.test(path)).flatMap(({ text }) =>
  [...text.matchAll(/'(?:https:\/\/)?\.?([a-z0-9.-]+\.(?:com|net))[/']/g)].map(([, host = '']) => host),
);
/** Where tokens are said to come from: a name in them, which is not called. */
const ONLY_A_NAME = ['api.botframework.com'];

it('docs/privacy.md names every host of Microsoft’s and Slack’s that the bot calls', () => {
  const page = pageNamed('docs/privacy.md').text;
  expect(HOSTS).toContain('hooks.slack.com');
  expect(HOSTS.filter((host) => !ONLY_A_NAME.includes(host) && !page.includes(host))).toEqual([]);
});
