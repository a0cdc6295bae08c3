/** Where a flag has its value: right after its key, and closed. What was cut off in the middle of it is no value. */
const flagAfter = (key: string) =>
  `'"(?:OUTCOME_)?' || ${key} || '\\\\*"\\s*:\\s*\\\\*"?([A-Za-z0-9]+)\\s*(?:\\\\*"|[,}\\s])'`;

/**
 * What came of something is told as text by some systems, and by others as JSON, often broken and cut, with the words of a
 * worker at its end. Of JSON nothing is taken but flags by their keys, from what stands before those words.
 */
export const OUTCOME_MACROS = [
  `create or replace macro before_comments(t) as split_part(split_part(t, 'COMMENTS', 1), 'omments', 1)`,
  `create or replace macro is_coded_outcome(t) as
     case
       when starts_with(t, '{') then true
       else starts_with(t, '[') or starts_with(t, '"{') or contains(t, '_FLAG') or contains(t, 'COMMENTS') or contains(t, 'omments')
     end`,
  `create or replace macro outcome_keys(t) as case when is_coded_outcome(t) then before_comments(t) end`,
  `create or replace macro outcome_flag(keys, key) as
     clean_flag(regexp_extract(keys, ${flagAfter('key')}, 1))`,
] as const;

/** Takes an outcome's column and a flag in it; gives the name of the column that the flag is read into. */
export function flagColumn(column: string, flag: string): string {
  return `${column}_${flag.toLowerCase()}`;
}
