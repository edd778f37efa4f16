import { z } from 'zod';
import { type ConfigProblem, type Environment, matching } from '../../app/environment.ts';
import { defineChannel, isAnySet, missing } from '../definition.ts';
import type { TeamsIdentity } from './identity.ts';
import { teamsLog } from './options.ts';

const guid = (whose: string) =>
  z.guid(`write ${whose}, as 01234567-89ab-cdef-0123-456789abcdef`).toLowerCase();

const variables = {
  MicrosoftAppId: guid("the bot's application (client) id")
    .optional()
    .describe("The bot's application (client) id"),
  MicrosoftAppPassword: matching(/^\S+$/, 'write the client secret, which has no spaces')
    .optional()
    .describe('Its client secret'),
  MicrosoftAppType: z
    .enum(['SingleTenant', 'UserAssignedMsi'], {
      error: ({ input }) =>
        input === 'MultiTenant'
          ? 'Microsoft no longer takes new multi-tenant bots, and this one serves one organisation; write SingleTenant or UserAssignedMsi'
          : 'write SingleTenant or UserAssignedMsi',
    })
    .optional()
    .describe('SingleTenant or UserAssignedMsi'),
  MicrosoftAppTenantId: guid("the organisation's Microsoft 365 tenant id")
    .optional()
    .describe("Your organisation's Microsoft 365 tenant id: people of any other are turned away."),
  TEAMS_PLAYGROUND: z
    .enum(['0', '1'], 'write 1, or leave it out')
    .transform((text) => text === '1')
    .default(false)
    .describe(
      "To try things out: 1 takes Microsoft's Agents Playground in place of Teams, without any log-in: on this machine only,\nand never with NODE_ENV=production.",
    ),
};

const title = 'Teams';
const withoutPassword = ['MicrosoftAppId', 'MicrosoftAppType', 'MicrosoftAppTenantId'];
const all = [...withoutPassword, 'MicrosoftAppPassword'];
const isPlayground = (env: Environment) => env.TEAMS_PLAYGROUND === '1';

function problems(env: Environment): readonly ConfigProblem[] {
  const needed = env.MicrosoftAppType === 'UserAssignedMsi' ? withoutPassword : all;
  const found = [...missing(env, { all, needed, title })];
  const say = (message: string) => found.push({ variable: 'TEAMS_PLAYGROUND', message });
  if (isPlayground(env) && env.NODE_ENV === 'production')
    say('leave it out: the playground has no log-in, and NODE_ENV says this is production');
  if (isPlayground(env) && isAnySet(env, all))
    say('leave it out, or the Microsoft… variables: the one has no log-in, the others are for it');
  return found;
}

/** Microsoft Teams, in one tenant; or, for trying things out, Microsoft's Agents Playground in its place. */
export const teams = defineChannel({
  name: 'teams',
  title,
  setUp: "all are needed (no password for a managed identity), from the bot's Azure resource",
  variables,
  // What Teams allows: 7 a second and 1,800 an hour a thread, 50 a second a tenant. People are written to once a second at most.
  rates: {
    conversation: [
      { most: 1, perMs: 1_000 },
      { most: 1_800, perMs: 3_600_000 },
    ],
    tenant: [{ most: 50, perMs: 1_000 }],
  },
  tenant: {
    key: 'teamsTenantId',
    schema: z
      .guid(
        "not a Microsoft 365 tenant's id; write it as 01234567-89ab-cdef-0123-456789abcdef, or leave it out",
      )
      .toLowerCase(),
  },
  serves: (env) => [
    ...(isPlayground(env) ? (['made-up'] as const) : []),
    ...(isAnySet(env, all) ? (['real'] as const) : []),
  ],
  problems,
  settings(set): TeamsIdentity | undefined {
    if (set.TEAMS_PLAYGROUND) return { kind: 'playground' };
    const { MicrosoftAppId: appId, MicrosoftAppType: type, MicrosoftAppTenantId: tenantId } = set;
    if (!appId || !type || !tenantId) return undefined;
    if (type === 'UserAssignedMsi') return { kind: 'app', appId, tenantId, type };
    const { MicrosoftAppPassword: password } = set;
    return password ? { kind: 'app', appId, tenantId, type, password } : undefined;
  },
  async make(identity, { contacts, clock, log, doorstep }) {
    const { teamsChannel } = await import('./teams.ts');
    return teamsChannel({ identity, contacts, clock, log: teamsLog(log), doorstep });
  },
});
