import { writeSync } from 'node:fs';
import { registerHooks } from 'node:module';

// Loaded before the bot: says on stderr which of the chats' SDKs it loads.
registerHooks({
  load(url, context, next) {
    const [, sdk] = /node_modules\/(botbuilder|@slack\/bolt)\//.exec(url) ?? [];
    if (sdk) writeSync(2, `loaded ${sdk}\n`);
    return next(url, context);
  },
});
