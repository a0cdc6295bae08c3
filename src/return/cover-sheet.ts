import { formatDay, parseDay } from '../model/day.ts';
import { periodInWords } from '../model/period.ts';
import type { ReturnDocument } from '../model/return-document.ts';
import type { Cell, Look, Sheet, SheetRow } from '../files/sheet.ts';
import { releaseOf } from './status.ts';
import { SYMBOLS } from './symbols.ts';

const SHEETS = [
  ['RIIA', 'The items of the RIIA quarterly dataset, a row a figure'],
  ['Early Help', 'The items of the Early Help collection, a row a figure'],
  ['Breakdowns', 'The figures by age, sex and the rest'],
  ['Data quality', 'What the checks of the extract found'],
  ['Definitions', 'What each measure counts and leaves out'],
  ['About', 'Settings, what counts as early help, notes and figures put right'],
  ['Observations', 'Every figure as one table, with the parts of each percentage and rate'],
  ['For programs', 'All of this once more, as Quarterlight reads it back'],
] as const;

/** Takes a document; gives the cover: what it is, whose, how small numbers were treated, and the key to the symbols. */
export function coverSheet(document: ReturnDocument): Sheet {
  return {
    name: 'Cover',
    widths: [26, 70],
    rows: [
      row('title', 'Quarterly return'),
      ...marks(document),
      row('plain'),
      ...summary(document).map((cells) => row('plain', ...cells)),
      row('plain'),
      row('section', 'How small numbers were treated'),
      ...treatment(document).map((cells) => row('plain', ...cells)),
      row('plain'),
      row('section', 'Symbol', 'What it stands for'),
      ...SYMBOLS.map(({ symbol, means }) => row('plain', symbol, means)),
      row('plain'),
      row('section', 'Sheet', 'What it holds'),
      ...SHEETS.map((cells) => row('plain', ...cells)),
    ],
    isTable: false,
    frozenColumns: 0,
  };
}

function row(look: Look, ...cells: Cell[]): SheetRow {
  return { look, cells };
}

function marks({ treatment: { kind }, signedOff }: ReturnDocument): SheetRow[] {
  return [
    ...(kind === 'collator' ? [row('alarm', 'NEVER TO BE PUBLISHED')] : []),
    ...(signedOff ? [] : [row('alarm', 'DRAFT: not signed off')]),
  ];
}

function summary(document: ReturnDocument): string[][] {
  const { authority, quarter, version, extract, made, signedOff, appVersion } = document;
  const window =
    extract?.from && extract.to
      ? [['Extract covers', `${formatDay(extract.from)} to ${formatDay(extract.to)}`]]
      : [];
  return [
    ['Local authority', authority.name],
    ['Local authority code', authority.code],
    ['Quarter', `${periodInWords(quarter)} (${quarter})`],
    ['Version of the return', String(version)],
    [
      'Status',
      signedOff
        ? `Signed off by the ${signedOff.role} on ${formatDay(signedOff.on)}`
        : 'Draft, not signed off',
    ],
    ['Extract made', extract ? formatDay(extract.date) : 'No extract: entered by hand'],
    ...window,
    ['Made', momentInWords(made)],
    ['Made with', `Quarterlight ${appVersion}`],
  ];
}

function treatment(document: ReturnDocument): string[][] {
  const { treatment: treated } = document;
  if (treated.kind === 'collator') {
    return [
      ['Which return', `Collator’s return: complete, no number withheld. ${releaseOf(document)}.`],
      ['Agreement', treated.agreement],
    ];
  }
  const { policy, audit } = treated;
  const against = audit.against.map(({ name }) => name).join('; ');
  return [
    ['Which return', 'Shareable return: small numbers are withheld.'],
    ['Policy', policy.title],
    ['What it does', policy.says],
    [
      'Checked',
      `All ${audit.observations} figures, of which ${audit.withheld} are withheld, were audited: no withheld number can be worked out from those shown.`,
    ],
    ...(against === '' ? [] : [['Together with', against]]),
  ];
}

/** Takes a moment as ISO text in UTC; gives it in words. */
export function momentInWords(made: string): string {
  const day = parseDay(made.slice(0, 10));
  return day ? `${formatDay(day)} at ${made.slice(11, 16)} UTC` : made;
}
