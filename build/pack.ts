import { constants, gzipSync } from 'node:zlib';

/** The byte of gzip's head that names the system it was made on: 255 says nothing, and is the same everywhere. */
const SYSTEM = 9;
const UNKNOWN = 255;

/** Takes bytes; gives them as gzip, the same whenever and wherever they are packed by the same version. */
export function pack(bytes: Uint8Array): Buffer {
  const packed = gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION });
  packed[SYSTEM] = UNKNOWN;
  return packed;
}
