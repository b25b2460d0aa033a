/** Closes a `switch` over a union: the compiler proves that no variant is left. */
export function never(value: never): never {
  throw new Error(`unexpected variant ${JSON.stringify(value)}`);
}
