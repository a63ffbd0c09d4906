/** Beback cannot start; the message is one sentence that says what to do. */
export class StartFailure extends Error {
  override name = 'StartFailure';
}

/** Errors whose message is one sentence for a person. By name: their classes come with half of the program. */
const sentences = new Set(['StartFailure', 'ConfigError', 'EmbeddedDatabaseError']);

/** The one sentence for whatever stopped the start or a command. */
export function failureSentence(error: unknown): string {
  if (error instanceof Error && sentences.has(error.name)) return error.message;
  const first = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return `Beback could not go on: ${first || 'an unknown error'}.`;
}

/** The system's code of an error (EACCES, EADDRINUSE …), or "unknown". */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
