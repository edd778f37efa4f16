import { registerHooks } from 'node:module';

// For `npm run crash -- --forget`: loaded before the bot, it puts a store of documents in place that says "stored"
// before it is.
const LATE = new URL('./crash-late-file.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    const ofTheStore = context.parentURL?.endsWith('/src/store/lowdb/store.ts') ?? false;
    return ofTheStore && specifier === './document-file.ts'
      ? { url: LATE, shortCircuit: true }
      : next(specifier, context);
  },
});
