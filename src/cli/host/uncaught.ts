/** Hears of errors nobody caught: a script that goes on after one has failed all the same. */
export class Uncaught {
  constructor(private readonly note: (error: unknown) => void) {
    process.on('unhandledRejection', this.note);
    process.on('uncaughtException', this.note);
  }

  dispose(): void {
    process.off('unhandledRejection', this.note);
    process.off('uncaughtException', this.note);
  }
}
