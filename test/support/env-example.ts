import type { z } from 'zod';
import { variables } from '../../src/app/config-variables.ts';
import type { ChannelDefinition } from '../../src/channels/definition.ts';
import { CHANNELS } from '../../src/channels/index.ts';

const comment = (text: string) => text.replaceAll(/^/gm, '# ');

/** A variable under what is said of it, with what it is where it is left out. */
function lineOf([name, schema]: readonly [string, z.ZodType]): string {
  const otherwise = schema.parse(undefined);
  const shown = typeof otherwise === 'string' || typeof otherwise === 'number' ? otherwise : '';
  if (!schema.description) throw new Error(`nothing is said of ${name}`);
  return `${comment(schema.description)}\n${name}=${shown}\n`;
}

function sectionOf({ title, setUp, variables }: ChannelDefinition): string {
  const lines = Object.entries(variables).map(lineOf);
  return lines.length > 0 ? ['', comment(`--- ${title}: ${setUp}`), lines.join('')].join('\n') : '';
}

/** `.env.example`, as the rows of the variables have it. */
export function envExample(): string {
  const chats: readonly ChannelDefinition[] = CHANNELS;
  const others = chats.filter(({ fallback }) => !fallback).map(({ title }) => title);
  return [
    comment(
      'Copy this file to .env and fill in what you need; npm start reads it. What the environment says already stands.',
    ),
    comment(
      `An empty value counts as not set. With neither ${others.join(' nor ')} set, npm start runs the sandbox.`,
    ),
    '',
    Object.entries(variables.shape).map(lineOf).join('') + chats.map(sectionOf).join(''),
  ].join('\n');
}
