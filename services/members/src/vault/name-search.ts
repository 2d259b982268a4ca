import type { KeyService } from '@zhitong/platform';
import { nameTokens, searchTokens } from './name-index.ts';
import { tokens, type TokenRow, type VaultStore } from './vault.store.ts';

/** Candidates that a search looks at before it says "more". */
const searchDepth = 2000;
const keyOf = (token: string, personId: string) => `${token}.${personId}`;

/** Persons by the words of their names; the words lie here as keyed digests only. */
export class NameSearch {
  constructor(
    private readonly rows: VaultStore,
    private readonly service: KeyService,
  ) {}

  /** The rows under which a name is found. */
  async rowsFor(personId: string, name: string) {
    const words = await this.service.macs('name-word', nameTokens(name));
    return words.map((token) => ({ collection: tokens, key: keyOf(token, personId), row: { token, personId } satisfies TokenRow }));
  }

  /** The rows that lead to a person, wherever they came from. */
  async rowsOf(personId: string) {
    const { items } = await this.rows.query<TokenRow>(tokens, [{ field: 'personId', eq: personId }], 200);
    return items.map(({ $key }) => ({ collection: tokens, key: $key }));
  }

  /** Which of the given persons a search finds: for small scopes. */
  async among(personIds: readonly string[], text: string): Promise<readonly string[]> {
    const groups = await this.#digests(text);
    const found = await this.#having(groups.flat(), personIds);
    return personIds.filter((personId) => groups.some((group) => group.length > 0 && group.every((token) => found.has(keyOf(token, personId)))));
  }

  /** Persons a search finds, in pages until the depth is reached: for wide scopes; the caller filters by scope. */
  async *pages(text: string): AsyncIterable<readonly string[]> {
    for (const group of await this.#digests(text)) yield* this.#pagesOf(group);
  }

  async *#pagesOf([first, ...others]: readonly string[]): AsyncIterable<readonly string[]> {
    if (first === undefined) return;
    let cursor: string | undefined;
    let seen = 0;
    do {
      const page = await this.rows.query<TokenRow>(tokens, [{ field: 'token', eq: first }], 500, { cursor });
      const ids = page.items.map(({ personId }) => personId);
      const rest = await this.#having(others, ids);
      yield ids.filter((personId) => others.every((token) => rest.has(keyOf(token, personId))));
      [cursor, seen] = [page.next, seen + ids.length];
    } while (cursor !== undefined && seen < searchDepth);
  }

  #having(words: readonly string[], personIds: readonly string[]): Promise<ReadonlyMap<string, TokenRow>> {
    const keys = words.flatMap((token) => personIds.map((personId) => keyOf(token, personId)));
    return this.rows.getMany<TokenRow>(tokens, keys);
  }

  async #digests(text: string): Promise<readonly (readonly string[])[]> {
    return Promise.all(searchTokens(text).map((group) => this.service.macs('name-word', group)));
  }
}
