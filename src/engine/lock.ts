/** The only folder that the engine may read from: files are lent to it there by name. */
export const FOLDER = 'in/';

/** Before the first file is read, and for good: no extension, no network, no other path, no change of these settings. */
export const LOCK: readonly string[] = [
  'set autoinstall_known_extensions = false',
  'set autoload_known_extensions = false',
  `set allowed_directories = ['${FOLDER}']`,
  'set enable_external_access = false',
  'set lock_configuration = true',
];
