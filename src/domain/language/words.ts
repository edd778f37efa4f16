/** "Target": a word or sentence of ours with a capital, for the head of a line. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
