/**
 * For the environment of a process of its own: it keeps what Node has compiled, as a second start on the same machine
 * could, so that a test that starts many doesn't mostly wait for Node.
 */
export const COMPILED = {
  NODE_COMPILE_CACHE: new URL('../../node_modules/.cache/compiled', import.meta.url).pathname,
};
