import { userMessage } from '@beback/api/user-message';
import { FileTooLarge, largestFile } from '../features/import/file-size.ts';

const fileTooLarge = `That file is larger than ${largestFile / 1024 / 1024} MB. Split it, or leave out columns that are not needed.`;

/** Any error in a sentence: the server's words, or ours for what never reached it. */
export function errorSentence(error: unknown): string {
  return error instanceof FileTooLarge ? fileTooLarge : userMessage(error);
}
