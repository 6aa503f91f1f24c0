/** The only way to wait. The callback runs once, unless the returned function is called before. */
export interface Timer {
  after(ms: number, callback: () => void): () => void;
}
