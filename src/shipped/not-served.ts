/** A part was asked for, and something else than the part was answered. */
export class NotServed extends Error {
  readonly status: number;

  constructor(address: string, status: number) {
    super(`${address}: ${status}`);
    this.name = 'NotServed';
    this.status = status;
  }
}
