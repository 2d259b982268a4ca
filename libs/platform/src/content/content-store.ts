import { hash } from 'node:crypto';
import type { ReadModelStore } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import type { Destroyed, KeyRing } from './key-ring.ts';
import { openText, sealText, type SealedText } from './sealing.ts';

const collection = 'content_texts';

interface TextRow {
  readonly owner: string;
  readonly sealed: SealedText;
}

/** Whose key seals a text: erasing the person (or dissolving the key) destroys it. */
export type ContentOwner = { readonly personId: string } | { readonly organizationId: string };

/** Free text outside the events (content store): events hold the reference only. */
export interface Content {
  /** Idempotent per call: the reference derives from the command id and `slot`. */
  seal(owner: ContentOwner, slot: string, text: string): Promise<string>;
  /** Undefined once its key was destroyed. */
  open(textRef: string): Promise<string | undefined>;
  openMany(textRefs: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** sha256 of the text, hex; unchanged text has an unchanged hash. */
  hash(text: string): string;
}

/** Free text of one service, outside its events. */
export interface ContentStore {
  /** The content port of one call: references derive from its command id. */
  forCall(commandId: string): Content;
  /** Puts a working paper under a name of its own; what stood there before is replaced. Answers its reference. */
  keep(owner: ContentOwner, name: string, text: string): Promise<string>;
  /** Texts that have served: they are gone, not only unreadable. */
  discard(textRefs: readonly string[]): Promise<void>;
  /** Makes everything sealed for this owner unreadable, for good. */
  destroy(owner: ContentOwner, at: string): Promise<Destroyed>;
}

const ownerKey = (owner: ContentOwner): string => ('personId' in owner ? owner.personId : owner.organizationId);

/** `txt_` and 128 bits over command and slot: the same call names the same text. */
const refOf = (commandId: string, slot: string): string => `txt_${hash('sha256', JSON.stringify([commandId, slot])).slice(0, 32)}`;

/** Owner and reference are bound into each seal: a text moved to another row does not open. */
const contextOf = (owner: string, ref: string) => `${owner}|${ref}`;

/** Texts in a document store of their own, sealed under the keys of those they concern. */
export async function createContent({ documents, keys }: { readonly documents: ReadModelStore; readonly keys: KeyRing }): Promise<ContentStore> {
  await documents.ensure([{ name: collection, indexes: [] }]);
  const openMany = async (refs: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const rows = await documents.getMany<TextRow>(collection, [...new Set(refs)]);
    const dataKeys = await keys.findMany([...rows.values()].map(({ owner }) => owner));
    return new Map(
      [...rows].flatMap(([ref, { owner, sealed }]) => {
        const key = dataKeys.get(owner);
        return key === undefined ? [] : [[ref, openText(key, sealed, contextOf(owner, ref))] as const];
      }),
    );
  };
  const seal = async (commandId: string, owner: string, slot: string, text: string): Promise<string> => {
    const ref = refOf(commandId, slot);
    const key = await keys.obtain(owner);
    const row: TextRow = { owner, sealed: sealText(key, text, contextOf(owner, ref)) };
    const outcome = await documents.commit({ writes: [{ collection, key: ref, expectedRevision: 0, guards: {}, row }] });
    // A retry finds its text: the first one stands, another one under the same call is not taken.
    if (outcome !== 'committed' && (await openMany([ref])).get(ref) !== text) {
      throw new Rejected('IDEMPOTENCY_KEY_REUSED', 'This call has sealed another text.');
    }
    return ref;
  };
  /** Written until it stands: nobody else writes under this name but an earlier try of the same. */
  const write = async (ref: string, row: TextRow | null): Promise<void> => {
    const [stored] = await documents.stored(collection, [ref]);
    if (row === null && !stored?.row) return;
    const outcome = await documents.commit({
      writes: [
        { collection, key: ref, expectedRevision: stored?.revision ?? 0, guards: stored?.guards ?? {}, row, ...(row === null ? { untraced: true } : {}) },
      ],
    });
    if (outcome !== 'committed') return write(ref, row);
  };
  return {
    async keep(owner, name, text) {
      const ref = refOf('paper', name);
      const key = await keys.obtain(ownerKey(owner));
      await write(ref, { owner: ownerKey(owner), sealed: sealText(key, text, contextOf(ownerKey(owner), ref)) });
      return ref;
    },
    async discard(refs) {
      for (const ref of refs) await write(ref, null);
    },
    forCall: (commandId) => ({
      seal: (owner, slot, text) => seal(commandId, ownerKey(owner), slot, text),
      open: async (ref) => (await openMany([ref])).get(ref),
      openMany,
      hash: (text) => hash('sha256', text),
    }),
    destroy: (owner, at) => keys.destroy(ownerKey(owner), at),
  };
}
