import type { Download } from '../model/return.ts';

/** Takes a file that was made; hands it to the browser to save. */
export function save(download: Download): void {
  const address = URL.createObjectURL(download.content);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = download.name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  // Revoked once the browser has surely begun to save it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
