const [NOUGHT, NINE, POINT] = [0x30, 0x39, 0x2e];
/** What has no more digits is whole in a double, and so is any power of ten that it is divided by. */
const MOST_DIGITS = 15;

/** Takes where a field stands; gives its number where it is written in digits, with a point among them or none; else NaN. */
export function plainNumberIn(bytes: Uint8Array, from: number, to: number): number {
  if (from === to || to - from > MOST_DIGITS + 1) return NaN;
  let digits = 0;
  let point = -1;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= NOUGHT && byte <= NINE) digits = digits * 10 + (byte - NOUGHT);
    else if (byte === POINT && point < 0 && at > from && at + 1 < to) point = at;
    else return NaN;
  }
  if (point < 0) return to - from > MOST_DIGITS ? NaN : digits;
  return digits / 10 ** (to - point - 1);
}
