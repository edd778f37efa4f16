/** What the manifest calls the bot, where Teams does not say what it is called here. */
const NAME = 'SEND reviews';

/**
 * What a team or a group chat reads when the bot is added to it: what it does, and how one writes to it privately. Everybody
 * there reads it, so it is about nobody. `name` is what the bot is called there.
 */
export function greetingIn(name: string | undefined): string {
  const called = name || NAME;
  return [
    'Hello, I help this school’s staff with SEND reviews: which are due, whose evidence is asked for, what was agreed, and by when.',
    `To write to me privately, open a chat with “${called}” and type “help”. What concerns a child I only ever say there.`,
    `You can also mention me here, as in “@${called} mine”: the answer comes to you alone. Please name no child here.`,
  ].join('\n\n');
}
