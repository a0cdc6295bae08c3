import { cell } from './rows.ts';
import type { Span } from './rows.ts';

type EndReasonGroup = 'met' | 'stepped up' | 'disengaged' | 'moved away' | 'other' | 'unmapped';

export function endReasonGroup(episode: Span): EndReasonGroup {
  switch (cell(episode.row, 'earl_episode_end_reason')) {
    case 'Outcome met':
      return 'met';
    case 'Stepped up to social care':
      return 'stepped up';
    case 'Disengaged':
      return 'disengaged';
    case 'Moved away':
      return 'moved away';
    case 'Other':
      return 'other';
    default:
      return 'unmapped';
  }
}
