/** How commands begin in Slack, where “review” alone is a message like any other outside the private chat. */
export const COMMAND = '/review';

/** Our words, with the commands in them as they are typed in Slack. */
export const withCommands = (text: string): string => text.replaceAll(/“review(?=[ ”])/g, `“${COMMAND}`);
