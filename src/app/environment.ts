import { isIP } from 'node:net';
import { z } from 'zod';

/** The environment's variables that are set to something, without the spaces around it. */
export type Environment = Readonly<Record<string, string>>;

/** One thing wrong with the environment. */
export interface ConfigProblem {
  readonly variable: string;
  /** What is wrong and what would be right; never the value, which may be a secret. */
  readonly message: string;
}

/** Whether a host is this machine only. */
export const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/** A variable that `parse` reads; where that gives undefined, `otherwise` says what would be right. */
export const read = <T>(parse: (text: string) => T | undefined, otherwise: string) =>
  z.string().transform((text, context) => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.issues.push({ code: 'custom', message: otherwise, input: '' });
    return z.NEVER;
  });

/** A variable that is taken as it is where `pattern` fits; else `otherwise` says what would be right. */
export const matching = (pattern: RegExp, otherwise: string) =>
  read((text) => (pattern.test(text) ? text : undefined), otherwise);
