/** What a note seems to hold that must not leave the authority, and the words it was seen in. */
export interface NoteDoubt {
  readonly says: string;
  readonly words: string;
}

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [
    /\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b/,
    'It has a day in it. A date of birth must not be sent.',
  ],
  [
    new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${MONTHS})\\s+\\d{4}\\b`, 'i'),
    'It has a day in it. A date of birth must not be sent.',
  ],
  [/\b[A-Z]\d{11}[\dA-Z]\b/, 'It has what looks like a unique pupil number.'],
  [/\b\d{3}[ -]?\d{3}[ -]?\d{4}\b/, 'It has what looks like an NHS number or a telephone number.'],
  [
    /\b\d{5,}\b|\b[A-Z]{1,4}[-/]?\d{4,}\b/,
    'It has a long number. An id of a child must not be sent.',
  ],
  [/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i, 'It has what looks like a postcode.'],
  [/\S+@\S+\.\S+/, 'It has an e-mail address.'],
];

/** Words that begin with a capital and are no one's name: titles of services, places and months as notes have them. */
const NO_NAMES = new Set(
  `January February March April May June July August September October November December Monday Tuesday Wednesday
  Thursday Friday Saturday Sunday Easter Christmas Early Help Family Families Hub Hubs Front Door Children Child Children's
  Child's Services Service Social Care Work Worker Workers Team Teams Working Together Ofsted MASH Multi Agency Safeguarding
  Protection Plan Plans Conference Conferences Looked After In Need Section Court Courts County District Borough Council
  City North South East West Northern Southern Eastern Western Police Health Education School Schools Department Data
  Mosaic Liquidlogic Eclipse System Systems Return Quarter Practice Assessment Assessments Referral Referrals Contact
  Contacts The This That These Those There We Our A An It They More Fewer Some All Because After Before Since New Two Three
  One Four Five Six No Not From For To Of And Or With By At On As Is Was Were Home Office National Transfer Scheme Covid`
    .split(/\s+/)
    .map((word) => word.toLowerCase()),
);

/** Takes the text of a note; gives what in it looks like a name, a date of birth, an id or an address, each once. */
export function doubtsOf(note: string): NoteDoubt[] {
  const found = PATTERNS.flatMap(([pattern, says]) => {
    const match = pattern.exec(note);
    return match ? [{ says, words: match[0] }] : [];
  });
  const name = namesIn(note)[0];
  const all =
    name === undefined
      ? found
      : [...found, { says: 'It has what looks like a name. Nobody is to be named.', words: name }];
  return [...new Map(all.map((doubt) => [doubt.says, doubt])).values()];
}

/** Two words with capitals side by side, or one after what introduces a person. */
function namesIn(note: string): string[] {
  const pairs = [...note.matchAll(/\b([A-Z][a-z'’-]+)\s+([A-Z][a-z'’-]+)\b/g)].filter(
    ([, first = '', second = '']) => !isNoName(first) && !isNoName(second),
  );
  const introduced = [
    ...note.matchAll(/\b(?:Mrs?|Ms|Miss|Dr|called|named|baby|mother|father)\s+([A-Z][a-z'’-]+)\b/g),
  ];
  return [...pairs, ...introduced]
    .filter((match) => !isNoName(match[1] ?? ''))
    .map(([words]) => words);
}

function isNoName(word: string): boolean {
  return NO_NAMES.has(word.toLowerCase());
}
