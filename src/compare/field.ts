import type {
  ComparedFigure,
  FigureAsked,
  Peers,
  Placed,
  PlacedNumber,
} from '../model/comparison.ts';

/** All that is known of one figure in one period before anything is worked out of it. */
export interface Field {
  readonly asked: FigureAsked;
  readonly figure: ComparedFigure;
  /** Null where no authority is chosen, or none of its figures is known. */
  readonly own: Placed | null;
  readonly peers: Peers;
  /** Each authority once, one that shows a symbol included; the authority itself by the figure that stands in `own`. */
  readonly everyone: readonly Placed[];
  /** Members that no source has, or whose figure is not like this one, and why. */
  readonly without: readonly {
    readonly area: string;
    readonly name: string;
    readonly says: string;
  }[];
  readonly total: Placed | null;
  readonly notes: readonly string[];
}

/** Takes what is placed; tells whether it is a number. */
export function isNumber(placed: Placed): placed is Placed & Pick<PlacedNumber, 'shown'> {
  return placed.shown.kind === 'number';
}
