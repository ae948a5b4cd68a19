/** Progress on stderr: one line that is overwritten on a terminal, a line per step elsewhere. */
export class Progress {
  private readonly live = process.stderr.isTTY;

  step(text: string) {
    process.stderr.write(this.live ? `\r\u001b[K${text}` : `${text}\n`);
  }

  /** Ends the line; call before anything else is printed. */
  done() {
    if (this.live) process.stderr.write('\r\u001b[K');
  }
}
