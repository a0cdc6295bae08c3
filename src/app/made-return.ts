import type { Authority } from '../model/authority.ts';
import type { ProtectedReturn } from '../model/disclosure.ts';
import type { Quarter } from '../model/period.ts';
import type { Return } from '../model/return.ts';
import type { Answered } from './answered.ts';
import { movedFigures } from './moved-figures.ts';
import { type Treated, returnOf } from './return-of.ts';
import type { Session } from './session.svelte.ts';

/** Takes the session, an answer, a quarter of it, whose it is and what was made safe; gives the return as it stands, with all that is said beside it. */
export function madeReturn(
  session: Session,
  answered: Answered,
  quarter: Quarter,
  authority: Authority,
  safe: ProtectedReturn,
): Return {
  const { sending, quality, known } = session;
  return returnOf(answered, quarter, treatedOf(session, answered, quarter, safe), known, {
    authority,
    earlyHelp: session.kept.of(authority.code).earlyHelp,
    tables: session.report?.tables ?? [],
    checks: quality.isChecked && quality.quarter === quarter ? quality.results : null,
    version: sending.version,
    signedOff: sending.signedOff(safe),
    notes: notesOf(session, answered, quarter),
    revisions: sending.revised.map(({ measure, figure, quarter: period, was, reason }) => ({
      at: { measure: measure.id, figure: figure.id, period, cell: null },
      ...{ was, reason },
    })),
  });
}

function treatedOf(
  { sending }: Session,
  answered: Answered,
  quarter: Quarter,
  { observations, audit }: ProtectedReturn,
): Treated {
  const { kind, policy, agreement } = sending;
  if (kind === 'shareable' && policy) return { treatment: { kind, policy, audit }, observations };
  return {
    treatment: { kind: 'collator', agreement: agreement.trim() },
    observations: sending.observationsOf(answered, quarter),
  };
}

/** Notes stand only beside figures that moved, as the person was shown them. */
function notesOf(
  { sending, known }: Session,
  answered: Answered,
  quarter: Quarter,
): Return['notes'] {
  return movedFigures(answered, quarter, known.measures).flatMap(({ measure, figure }) => {
    const says = sending.noteOf(quarter, measure.id);
    const at = { measure: measure.id, figure: figure.id, period: quarter, cell: null };
    return says === '' ? [] : [{ at, says }];
  });
}
