/** What is found in a thing, found once for each thing and forgotten with it. */
export function remembered<K extends object, T>(find: (thing: K) => T): (thing: K) => T {
  const found = new WeakMap<K, { readonly value: T }>();
  return (thing) => {
    const before = found.get(thing);
    if (before) return before.value;
    const value = find(thing);
    found.set(thing, { value });
    return value;
  };
}
