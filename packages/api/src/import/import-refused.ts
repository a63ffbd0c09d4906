type ImportRefusal =
  | 'too-large'
  | 'empty'
  | 'no-rows'
  | 'not-csv'
  | 'binary'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'open-quote'
  | 'too-long-line';

/** A file that cannot be imported at all; `sentence` says why in words a customer may read. */
export class ImportRefused extends Error {
  readonly code: ImportRefusal;
  readonly sentence: string;

  constructor(code: ImportRefusal, sentence: string) {
    super(sentence);
    this.name = 'ImportRefused';
    this.code = code;
    this.sentence = sentence;
  }
}
