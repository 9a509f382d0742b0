import { type KeptAnswers, pendingOf } from "./kept-answers.ts";
import { newerOf, type Pending } from "./outbox.ts";

const DATABASE = "zhixing";
const STORE = "answers";

function opened(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => {
      // Another tab deletes everything at sign-out: let it.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("the answers' storage is blocked"));
  });
}

/** One transaction on the store; resolves when it is committed. `work` gets the store and may keep asking it. */
function transact(database: IDBDatabase, work: (store: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, "readwrite");
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    work(transaction.objectStore(STORE));
  });
}

/** The first copy, in IndexedDB, under [attempt, slot]. Read and write of one change are one transaction. */
export function indexedAnswers(factory: IDBFactory, attemptId: number): KeptAnswers {
  let database: Promise<IDBDatabase> | undefined;
  const ready = (): Promise<IDBDatabase> => (database ??= opened(factory));
  const all = IDBKeyRange.bound([attemptId], [attemptId, []]);
  const replace = async (slot: number, change: (known: Pending | null, store: IDBObjectStore, key: IDBValidKey) => void): Promise<void> => {
    await transact(await ready(), (store) => {
      const key = [attemptId, slot];
      const read = store.get(key);
      read.onsuccess = () => change(pendingOf(read.result), store, key);
    });
  };
  return {
    async list() {
      const found: Pending[] = [];
      await transact(await ready(), (store) => {
        const read = store.getAll(all);
        read.onsuccess = () => found.push(...read.result.flatMap((value: unknown) => pendingOf(value) ?? []));
      });
      return found;
    },
    put: (change) =>
      replace(change.slot, (known, store, key) => {
        if (known === null || newerOf(change, known) === change) store.put(change, key);
      }),
    drop: (slot, seq) =>
      replace(slot, (known, store, key) => {
        if (known === null || known.seq <= seq) store.delete(key);
      }),
    clear: async () => transact(await ready(), (store) => void store.delete(all)),
  };
}
