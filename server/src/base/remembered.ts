/** What is known of things, each forgotten with its thing. */
export interface Memory<K extends object, T> {
  readonly get: (thing: K) => T | undefined;
  readonly set: (thing: K, value: T) => void;
}

/** As a constructor, hands back the thing it is given, so that its heirs put their private fields on that. */
function itself(thing: object): object {
  return thing;
}

const Itself = itself as unknown as new (thing: object) => object;

/**
 * A memory that keeps what is known in a private field of the thing itself; a copy of the thing does not have it.
 * Until the next full collection V8 lets nothing die that stands in a long-lived `WeakMap`, be its key as dead as can
 * be; of what an edit leaves behind that was most, and it made each small collection copy it twice.
 */
export function memory<K extends object, T>(): Memory<K, T> {
  return class Note extends Itself {
    #value: T;

    private constructor(thing: K, value: T) {
      super(thing);
      this.#value = value;
    }

    static get(thing: K): T | undefined {
      return #value in thing ? thing.#value : undefined;
    }

    static set(thing: K, value: T): void {
      if (#value in thing) thing.#value = value;
      else new Note(thing, value);
    }
  };
}

/** What is found in a thing, found once for each thing and forgotten with it. */
export function remembered<K extends object, T>(find: (thing: K) => T): (thing: K) => T {
  const { get, set } = memory<K, { readonly value: T }>();
  return (thing) => {
    const before = get(thing);
    if (before) return before.value;
    const value = find(thing);
    set(thing, { value });
    return value;
  };
}
