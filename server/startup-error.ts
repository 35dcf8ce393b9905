/** Something about this machine keeps the app from starting. Printed plainly, with the way out, and no stack trace. */
export class StartupError extends Error {
  override name = "StartupError";

  constructor(
    what: string,
    readonly wayOut: string,
  ) {
    super(what);
  }
}
