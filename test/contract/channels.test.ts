import { CHANNELS, type ChannelName } from '../../src/channels/index.ts';
import { type ChannelPlace, channelContract } from './channel.contract.ts';
import { sandboxPlace } from './channel.sandbox.ts';
import { slackPlace } from './channel.slack.ts';
import { teamsPlace } from './channel.teams.ts';

/** Where each chat of the list is tried: one without a place neither compiles nor passes. */
const PLACES: Readonly<Record<ChannelName, () => Promise<ChannelPlace>>> = {
  teams: teamsPlace,
  slack: slackPlace,
  sandbox: sandboxPlace,
};

for (const chat of CHANNELS) channelContract(chat, PLACES[chat.name]);
