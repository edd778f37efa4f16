import { defineChannel } from '../definition.ts';

/** The chat on a local page, in which one can be any of the made-up school's staff. */
export const sandbox = defineChannel({
  name: 'sandbox',
  title: 'the sandbox',
  variables: {},
  rates: { conversation: [], tenant: [] },
  fallback: true,
  serves: () => ['made-up-anew'],
  problems: () => [],
  settings: () => ({}),
  async make(_, { ids, madeUp }) {
    if (!madeUp) throw new Error('the sandbox is for the made-up school only');
    const { sandboxChannel } = await import('./sandbox.ts');
    return sandboxChannel({ ...madeUp, ids });
  },
});
