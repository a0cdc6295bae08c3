import type { Download } from '../model/return.ts';

/** What the browser may still be saving: for each address of it, when that is given up. */
const beingSaved = new Map<string, ReturnType<typeof setTimeout>>();
/** Long enough for any browser to have begun. */
const KEPT_MS = 60_000;

/** Takes a file that was made; hands it to the browser to save. */
export function save(download: Download): void {
  const address = URL.createObjectURL(download.content);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = download.name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  beingSaved.set(
    address,
    setTimeout(() => letGo(address), KEPT_MS),
  );
}

/** Lets go of every file that was handed over; one that the browser has begun to save is saved whole. */
export function letGoOfSaved(): void {
  for (const [address, timer] of beingSaved) {
    clearTimeout(timer);
    letGo(address);
  }
}

function letGo(address: string): void {
  URL.revokeObjectURL(address);
  beingSaved.delete(address);
}
