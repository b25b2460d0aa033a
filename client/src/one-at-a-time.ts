/** Does some work whenever it is wished for, never twice at once: wishes that come in meanwhile are met by doing it once more. */
export function oneAtATime(work: () => Promise<void>): () => void {
  let busy = false;
  let again = false;
  const run = async (): Promise<void> => {
    busy = true;
    try {
      do {
        again = false;
        await work();
      } while (again);
    } finally {
      busy = false;
    }
  };
  return () => {
    again = true;
    if (!busy) void run();
  };
}
