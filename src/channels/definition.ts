import { z } from 'zod';
import type { ConfigProblem, Environment } from '../app/environment.ts';
import type { Route } from '../app/http.ts';
import type { TenantKey } from '../domain/school/school.ts';
import type { Channel } from './channel.ts';
import type { ChannelParts } from './parts.ts';

/** A channel, and what of it is for our server. */
export type RoutedChannel = Channel & { readonly routes: readonly Route[] };

/** At most so many in any so many milliseconds. */
export interface Rate {
  readonly most: number;
  readonly perMs: number;
}

/** How fast a chat may be written to: each private chat, and each tenant or workspace. None: as fast as one can. */
export interface ChannelRates {
  readonly conversation: readonly Rate[];
  readonly tenant: readonly Rate[];
}

/**
 * Which school a chat is for: real ones; the made-up one, kept in the data folder; or the made-up one, anew at each start.
 * A made-up school has no log-in, so it is for this machine only.
 */
export type SchoolServed = 'real' | 'made-up' | 'made-up-anew';

/** A chat that the environment asks for, ready to be made. */
export interface ConfiguredChat {
  readonly name: string;
  readonly title: string;
  /** What its variables say; there are secrets in it. */
  readonly settings: object;
  /** Makes the channel; loads its SDK, which takes longer than all the rest. */
  make(parts: ChannelParts): Promise<RoutedChannel>;
}

interface ChannelFacts<Name extends string, Variables> {
  /** Stands in every stored contact, so it never changes. */
  readonly name: Name;
  /** As people call it. */
  readonly title: string;
  /** Which of its variables are needed and where they come from: its heading in .env.example. */
  readonly setUp?: string;
  /** Its environment variables: what may stand in each, and (described) what .env.example says of it. */
  readonly variables: Variables;
  readonly rates: ChannelRates;
  /** What a command begins with there, where that is other than “review”. */
  readonly command?: string;
  /**
   * How a school says in school.json which tenant's or workspace's people alone are its staff. Without it, the chat has no
   * tenants, and whoever it knows by a staff member's e-mail address is admitted.
   */
  readonly tenant?: { readonly key: TenantKey; readonly schema: z.ZodType<string> };
  /** Only where no other chat is asked for. */
  readonly fallback?: boolean;
  /** Which schools the environment asks it to serve: none where it isn't asked for; two are a problem. */
  serves(env: Environment): readonly SchoolServed[];
  /** What is missing from the environment, or contradicts itself. A variable with a bad value is not said again. */
  problems(env: Environment): readonly ConfigProblem[];
}

/** A chat as the rest of the program knows it: everything that lists or names the chats reads this. */
export interface ChannelDefinition<Name extends string = string>
  extends ChannelFacts<Name, Readonly<Record<string, z.ZodType>>> {
  /** The chat as `env` has it. @throws {Error} where there are problems that were not looked for first. */
  configure(env: Environment): ConfiguredChat;
}

interface ChannelRow<
  Name extends string,
  Shape extends Readonly<Record<string, z.ZodType>>,
  Settings extends object,
> extends ChannelFacts<Name, Shape> {
  /** What its variables come to; undefined where some are missing. */
  settings(set: z.output<z.ZodObject<Shape>>): Settings | undefined;
  make(settings: Settings, parts: ChannelParts): Promise<RoutedChannel>;
}

/** The definition of a chat whose variables, settings and making fit one another. */
export function defineChannel<
  const Name extends string,
  Shape extends Readonly<Record<string, z.ZodType>>,
  Settings extends object,
>(row: ChannelRow<Name, Shape, Settings>): ChannelDefinition<Name> {
  const { settings: settingsOf, make, ...facts } = row;
  const { name, title, variables } = facts;
  return {
    ...facts,
    configure(env) {
      const settings = settingsOf(z.object(variables).parse(env));
      if (!settings) throw new Error(`${title} is not configured`);
      return { name, title, settings, make: (parts) => make(settings, parts) };
    },
  };
}

/** A problem for each of `needed` that is not set, once any of `all` is. */
export function missing(
  env: Environment,
  {
    all,
    needed,
    title,
  }: { readonly all: readonly string[]; readonly needed: readonly string[]; readonly title: string },
): readonly ConfigProblem[] {
  if (!isAnySet(env, all)) return [];
  return needed
    .filter((variable) => env[variable] === undefined)
    .map((variable) => ({ variable, message: `missing; ${title} needs it beside what is set already` }));
}

/** Whether any of these variables is set. */
export const isAnySet = (env: Environment, all: readonly string[]) =>
  all.some((variable) => env[variable] !== undefined);
