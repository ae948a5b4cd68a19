/** Between two lines that only count; phases are said at once. */
const quiet = 1_000;

/** Progress on stderr: one line that is overwritten on a terminal, a line per phase (and per second) elsewhere. */
export class Progress {
  private readonly live = process.stderr.isTTY;
  private last = 0;

  /** A new phase begins. */
  step(text: string) {
    this.last = performance.now();
    process.stderr.write(this.live ? `\r\u001b[K${text}` : `${text}\n`);
  }

  /** How far the phase is; at most once a second. */
  update(text: string) {
    if (performance.now() - this.last >= quiet) this.step(text);
  }

  /** Ends the line; call before anything else is printed. */
  done() {
    if (this.live) process.stderr.write('\r\u001b[K');
  }
}
