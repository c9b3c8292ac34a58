/** What finish/worker.py puts in front of worker.js. */
declare global {
  /** Changes with any file. */
  const VERSION: string;
  /** The path of each file that is kept, as in an address, and a hash of its content. */
  const FILES: Record<string, string>;
}
export {};
