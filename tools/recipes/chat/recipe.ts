import type { Recipe } from '../recipe.ts';

/** A chat over standard input and output, for a program that talks to the bot on the same machine. */
export const chat: Recipe = {
  name: 'chat',
  adds: 'a chat over standard input and output',
  limit: 2,
  edits: [
    {
      file: 'src/channels/index.ts',
      after: "import type { ChannelDefinition, ChannelRates } from './definition.ts';\n",
      put: "import { pipe } from './pipe/definition.ts';\n",
    },
    { file: 'src/channels/index.ts', after: 'export const CHANNELS = [teams, slack, ', put: 'pipe, ' },
    {
      file: 'test/contract/channels.test.ts',
      after: "import { type ChannelPlace, channelContract } from './channel.contract.ts';\n",
      put: "import { pipePlace } from './channel.pipe.ts';\n",
    },
    { file: 'test/contract/channels.test.ts', after: '  slack: slackPlace,\n', put: '  pipe: pipePlace,\n' },
    {
      file: 'test/journeys/digest.test.ts',
      after: "import { CHANNELS, type ChannelName } from '../../src/channels/index.ts';\n",
      put: "import { pipeChannel } from '../../src/channels/pipe/definition.ts';\n",
    },
    {
      file: 'test/journeys/digest.test.ts',
      after: "import { slackChannel } from '../../src/channels/slack/slack.ts';\n",
      put: "import { openPipe } from '../contract/channel.pipe.ts';\n",
    },
    {
      file: 'test/journeys/digest.test.ts',
      after: 'const PLACES: Readonly<Record<ChannelName, () => Promise<Place>>> = {\n',
      put: `  async pipe() {
    const { streams, client } = openPipe();
    const bot = await startBot({ channels: async (parts) => [await pipeChannel(streams, parts)] });
    return { bot, ruth: client(RUTH), priya: client(PRIYA) };
  },
`,
    },
  ],
  pages: ['test/app/config.test.ts'],
  suite: ['test/contract/channels.test.ts', 'test/channels/list.test.ts', 'test/journeys/digest.test.ts'],
};
