/** What a form is about is no longer there: its target, action or person. */
export class NotThere extends Error {}
