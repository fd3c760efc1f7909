/** Throws when one of our own invariants is false: a bug, never a user's mistake. */
export function assert(condition: unknown, invariant: string): asserts condition {
  if (condition !== true && !condition) throw new Error(`Invariant broken: ${invariant}`);
}

/** Marks a branch the types say cannot be reached. */
export function never(value: never, where: string): never {
  throw new Error(`Unreachable in ${where}: ${JSON.stringify(value)}`);
}
