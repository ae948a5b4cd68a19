import type { Host } from '../../src/host';

/** Somebody at work: what they do, and in which client. */
export interface Actor {
  readonly client: number;
  readonly script: () => Promise<void>;
}

interface Waiting {
  readonly client: number;
  readonly go: () => void;
}

/**
 * Runs several actors at once, request by request: when nobody is computing any more, a request is picked by chance and
 * executed. The same random numbers give the same order, however fast the machine is.
 */
export class Interleaver {
  private waiting: Waiting[] = [];
  /** Actors that neither wait for a request nor are done. */
  private busy = 0;
  /** Requests executed so far: the clock of a run. */
  now = 0;

  constructor(
    private readonly host: Host,
    private readonly random: () => number,
  ) {}

  /** Resolves when every script has ended; an error in one of them is thrown after the others have ended. */
  async run(actors: readonly Actor[]): Promise<void> {
    this.busy = actors.length;
    this.host.schedule = (client) => this.turn(client);
    const ends = await Promise.allSettled(actors.map((actor) => this.play(actor)));
    this.host.schedule = null;
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private async play({ script }: Actor): Promise<void> {
    try {
      await script();
    } finally {
      this.busy -= 1;
      this.pick();
    }
  }

  private turn(client: number): Promise<void> {
    return new Promise((go) => {
      this.waiting.push({ client, go });
      this.busy -= 1;
      this.pick();
    });
  }

  private pick(): void {
    if (this.busy > 0 || this.waiting.length === 0) return;
    // By client first: the order in which equal ones began to wait is not the seed's.
    this.waiting.sort((a, b) => a.client - b.client);
    const [next] = this.waiting.splice(Math.floor(this.random() * this.waiting.length), 1);
    this.busy += 1;
    this.now += 1;
    next!.go();
  }
}
