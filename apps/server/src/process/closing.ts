/** What has to be closed, in the reverse order of how it was opened. */
export interface Closing {
  add(close: () => Promise<void> | void): void;
  /** Closes everything once, the last opened first; a step that fails does not keep the others from closing. */
  run(): Promise<void>;
}

/** A list of closing steps; empty at first. What is added while it runs is closed at once. */
export function createClosing(): Closing {
  const steps: (() => Promise<void> | void)[] = [];
  let running: Promise<void> | undefined;
  async function empty(): Promise<void> {
    for (let step = steps.pop(); step; step = steps.pop()) {
      try {
        await step();
      } catch {
        // whatever it held is given up with the process
      }
    }
  }
  return {
    add: (close) => {
      steps.push(close);
      if (running) running = running.then(empty);
    },
    run: () => {
      running ??= empty();
      return running;
    },
  };
}
