import type { Outcome } from '../../model/outcome.ts';
import { shownNumber, symbolOf } from '../symbols.ts';
import type { CellOf, RawRow, RawTable } from './raw-table.ts';
import type { Remarks } from './remarks.ts';
import { quoted } from './shape.ts';

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;
const ASK = 'Ask whoever sent it for the file as Quarterlight wrote it.';
const PUT_RIGHT = 'Put it back as it was, or ask for the file again.';

type PartColumn = 'value' | 'numerator' | 'denominator' | 'scale';

/** A row whose outcome is looked at. */
export interface OutcomeAt {
  readonly table: RawTable;
  readonly cell: CellOf;
  readonly row: RawRow;
  readonly remarks: Remarks;
}

/** Takes a row; gives its outcome, or null where it has none that can be read, and says why. */
export function readOutcome(at: OutcomeAt): Outcome | null {
  const kind = at.cell(at.row, 'outcome');
  switch (kind) {
    case 'count':
    case 'amount':
      return readFigure(at, kind);
    case 'ratio':
      return readRatio(at);
    case 'withheld':
    case 'missing':
    case 'not applicable':
    case 'not available':
      return readReason(at, kind);
    default:
      at.remarks.add(
        'not read',
        `The outcome is ${quoted(kind)}, which the standard does not know. The row was left out.`,
        PUT_RIGHT,
        at.row.place,
      );
      return null;
  }
}

function readFigure(at: OutcomeAt, kind: 'count' | 'amount'): Outcome | null {
  const written = valueIn(at);
  if (written === 'c') return withheldByHand(at);
  const value = numberIn(at, 'value', written);
  if (value === null) return null;
  if (kind === 'count' && !Number.isSafeInteger(value)) {
    return leftOut(at, `The value ${quoted(written)} is no whole number, and a count is one.`);
  }
  if (value < 0) return leftOut(at, `The value ${quoted(written)} is below nought.`);
  return { kind, value };
}

function readRatio(at: OutcomeAt): Outcome | null {
  const written = valueIn(at);
  if (written === 'c') return withheldByHand(at);
  const [numerator, denominator, scale] = [
    numberIn(at, 'numerator'),
    numberIn(at, 'denominator'),
    numberIn(at, 'scale'),
  ];
  if (numerator === null || denominator === null || scale === null) return null;
  if (denominator <= 0 || scale <= 0 || numerator < 0) {
    return leftOut(
      at,
      'A ratio’s denominator and scale are above nought, its numerator not below.',
    );
  }
  const ratio = { kind: 'ratio', numerator, denominator, scale } as const;
  const shown = symbolOf(ratio) ?? String(shownNumber(ratio));
  const value = plainDecimals(at, written);
  if (value !== shown && Number(value) !== Number(shown)) {
    at.remarks.add(
      'changed',
      `A value is not what its parts give: ${quoted(written)}, where the parts give ${shown}. The parts were kept.`,
      'Ask which of them is meant.',
      at.row.place,
    );
  }
  return ratio;
}

function readReason(
  at: OutcomeAt,
  kind: 'withheld' | 'missing' | 'not applicable' | 'not available',
): Outcome {
  const outcome: Outcome =
    kind === 'withheld' ? { kind } : { kind, reason: at.cell(at.row, 'reason') };
  const symbol = symbolOf(outcome);
  const filled = (['value', 'numerator', 'denominator'] as const).filter((column) => {
    const text = column === 'value' ? valueIn(at) : at.cell(at.row, column);
    return text !== '' && text !== symbol;
  });
  if (filled.length > 0 || valueIn(at) === '') {
    const says =
      kind === 'withheld' && filled.length > 0
        ? 'A withheld cell now holds a figure. The figure was not read: it is still withheld.'
        : `The row is ${quoted(kind)}, and its numbers are not ${quoted(symbol)}. They were not read.`;
    at.remarks.add('changed', says, PUT_RIGHT, at.row.place);
  }
  return outcome;
}

function withheldByHand({ remarks, row }: OutcomeAt): Outcome {
  remarks.add(
    'changed',
    'A figure was withheld by hand: its outcome is a figure, and c stands in its place. It was read as withheld.',
    'Check with whoever sent it that this was meant.',
    row.place,
  );
  return { kind: 'withheld' };
}

/** JSON has the symbol in a place of its own. */
function valueIn({ cell, row }: OutcomeAt): string {
  return cell(row, 'value') || cell(row, 'symbol');
}

function numberIn(at: OutcomeAt, column: PartColumn, written = at.cell(at.row, column)) {
  const plain = plainDecimals(at, written);
  if (NUMBER.test(plain) && Number.isFinite(Number(plain))) return Number(plain);
  const what = written === '' ? `The ${column} is empty` : `The ${column} is ${quoted(written)}`;
  return leftOut(at, `${what}, which is no number.`);
}

/** Programs set to other languages write 19,3 where they part columns by semicolons. */
function plainDecimals({ table, remarks }: OutcomeAt, written: string): string {
  if (table.decimals === '.' || !/^-?\d+,\d+$/.test(written)) return written;
  remarks.add(
    'changed',
    'Decimals are marked by commas, as a program set to another language does. They were read as decimals.',
    'Nothing to do.',
  );
  return written.replace(',', '.');
}

function leftOut({ remarks, row }: OutcomeAt, says: string): null {
  remarks.add('not read', `${says} The row was left out.`, ASK, row.place);
  return null;
}
