/** What a profile’s file says that it is. */
export const FORMAT = 'quarterlight-profile';

/** The version that is written; older ones are read too. */
export const VERSION = 3;

/** What a profile’s file holds, in the order in which it is written. */
export const MEMBERS = [
  'format',
  'version',
  'authority',
  'settings',
  'by_hand',
  'given',
  'words',
  'reading',
  'peers',
  'early_help',
  'maps',
] as const;
