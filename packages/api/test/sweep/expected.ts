/** Who calls. */
export const callers = ['owner', 'manager', 'rep', 'reader'] as const;
export type Caller = (typeof callers)[number];

/** Whose record a call is about: the caller's, a colleague's, another workspace's, nobody's. */
export const subjects = ['own', 'other', 'foreign', 'missing'] as const;
export type Subject = (typeof subjects)[number];

/** What comes of a call: done, done but with nothing in it, refused in words, or the code it was refused with. */
export type Outcome = 'ok' | 'empty' | 'words' | 'NOT_FOUND' | 'FORBIDDEN' | 'BAD_REQUEST' | 'CONFLICT';
type Table = Record<Caller, readonly Outcome[]>;

const [ok, none, no, words, gone] = ['ok', 'empty', 'FORBIDDEN', 'words', 'NOT_FOUND'] as const;
const never = [no, no, no, no] as const;

/** What is expected of the four subjects, for each caller. A call about nothing has the first column only. */
//                      own  other foreign missing
export const expected = {
  readsRecord: {
    owner: [ok, ok, gone, gone],
    manager: [ok, ok, gone, gone],
    rep: [ok, gone, gone, gone],
    reader: [ok, ok, gone, gone],
  },
  changesRecord: {
    owner: [ok, ok, gone, gone],
    manager: [ok, ok, gone, gone],
    rep: [ok, gone, gone, gone],
    reader: never,
  },
  managesRecord: {
    owner: [ok, ok, gone, gone],
    manager: [ok, ok, gone, gone],
    rep: never,
    reader: never,
  },
  listsAbout: {
    owner: [ok, ok, none, none],
    manager: [ok, ok, none, none],
    rep: [ok, none, none, none],
    reader: [ok, ok, none, none],
  },
  saysAbout: {
    owner: [ok, ok, words, words],
    manager: [ok, ok, words, words],
    rep: [ok, words, words, words],
    reader: never,
  },
  /** Only who made a change takes it back; others who see it are told so. */
  takesBack: {
    owner: [ok, no, gone, gone],
    manager: [ok, no, gone, gone],
    rep: [ok, gone, gone, gone],
    reader: never,
  },
  /** A question belongs to who was asked. */
  answers: {
    owner: [ok, words, words, words],
    manager: [ok, words, words, words],
    rep: [ok, words, words, words],
    reader: never,
  },
  /** A view that is shared is seen by all and changed by who made it; managers look after everybody's. */
  changesOwnView: {
    owner: [ok, ok, gone, gone],
    manager: [ok, ok, gone, gone],
    rep: [ok, no, gone, gone],
    reader: never,
  },
  /** A file is for who asked for it. */
  readsOwn: {
    owner: [ok, gone, gone, gone],
    manager: [ok, gone, gone, gone],
    rep: [ok, gone, gone, gone],
    reader: [ok, gone, gone, gone],
  },
  /** What somebody began is theirs to go on with. */
  goesOnWithOwn: {
    owner: [ok, gone, gone, gone],
    manager: [ok, gone, gone, gone],
    rep: [ok, gone, gone, gone],
    reader: never,
  },
  /** One's own workspaces, whatever one's role. */
  switches: {
    owner: [ok, ok, gone, gone],
    manager: [ok, ok, gone, gone],
    rep: [ok, ok, gone, gone],
    reader: [ok, ok, gone, gone],
  },
  /** What is somebody's is not taken from them; who does not see it learns nothing. */
  claims: {
    owner: [ok, 'CONFLICT', gone, gone],
    manager: [ok, 'CONFLICT', gone, gone],
    rep: [ok, gone, gone, gone],
    reader: never,
  },
  /** An invitation is for one address, and says so to whoever else holds its link. */
  isAskedByName: {
    owner: [no, no, no, gone],
    manager: [no, no, no, gone],
    rep: [no, no, no, gone],
    reader: [no, no, no, gone],
  },
  /** A link from a mail shows whoever holds it who invites; no more, and nobody's full address. */
  holdsToken: {
    owner: [ok, ok, ok, gone],
    manager: [ok, ok, ok, gone],
    rep: [ok, ok, ok, gone],
    reader: [ok, ok, ok, gone],
  },
  /** Ownership is given once: who gave it away is no owner afterwards. */
  ownersHandOver: { owner: [ok, ok, gone, gone], manager: never, rep: never, reader: never },
  /** Whoever goes is not there afterwards; the last owner stays. */
  membersGo: { owner: ['BAD_REQUEST'], manager: [ok], rep: [ok], reader: [ok] },
  /** Anybody who is signed in, whatever their role here, or without one. */
  personsDo: { owner: [ok], manager: [ok], rep: [ok], reader: [ok] },
  anybodyReads: { owner: [ok], manager: [ok], rep: [ok], reader: [ok] },
  managersRead: { owner: [ok], manager: [ok], rep: [no], reader: [no] },
  membersWrite: { owner: [ok], manager: [ok], rep: [ok], reader: [no] },
  managersWrite: { owner: [ok], manager: [ok], rep: [no], reader: [no] },
  ownersWrite: { owner: [ok], manager: [no], rep: [no], reader: [no] },
} satisfies Record<string, Table>;

export type Expectation = keyof typeof expected;
