/** The numbers that answer a numbered question ("1. Nina Patel"), for those who would rather tap; none for anything else. */
export function quickReplies(body: string | undefined): string[] {
  return [...(body ?? '').matchAll(/^(\d{1,2})[.)]? \S/gm)].map(([, choice = '']) => choice);
}
