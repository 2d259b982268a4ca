import { createBell, partitionCount, type Bell } from '@zhitong/eventing';

/** One consumer of a group. All its partitions end when the membership changes, as in Kafka's eager protocol. */
export interface Membership {
  /** Rings when the membership changes. */
  readonly bell: Bell;
  /** True once the partitions may belong to another member or have to be placed anew. */
  outdated(): boolean;
  /** Ends the present assignment of this member alone. */
  renew(): void;
  /** Waits until every member has let go of what it had; the partitions of this one, none once it has ended. */
  assigned(): Promise<readonly number[]>;
  end(): void;
  ended(): boolean;
  /** After the last batch: the others take over. */
  leave(): void;
}

interface Member {
  readonly bell: Bell;
  /** The generation this member works in; it has let go of all older ones. */
  generation: number;
  ended: boolean;
}

/** The consumers of one name. Nobody starts on a partition before its last owner has finished the batch in work. */
export function createGroup(): { join(): Membership } {
  const members: Member[] = [];
  let generation = 0;
  const tellAll = () => members.forEach(({ bell }) => bell.ring());
  const settled = () => members.every((member) => member.generation === generation);
  const change = () => {
    generation += 1;
    tellAll();
  };

  function letGo(member: Member): void {
    if (member.generation === generation) return;
    member.generation = generation;
    tellAll();
  }

  async function assigned(member: Member): Promise<readonly number[]> {
    letGo(member);
    while (!member.ended && !settled()) {
      await member.bell.rung();
      letGo(member);
    }
    if (member.ended) return [];
    const place = members.indexOf(member);
    return Array.from({ length: partitionCount }, (_, partition) => partition).filter((partition) => partition % members.length === place);
  }

  return {
    join() {
      const member: Member = { bell: createBell(), generation: -1, ended: false };
      members.push(member);
      change();
      return {
        bell: member.bell,
        outdated: () => member.ended || member.generation !== generation,
        renew() {
          member.generation = -1;
          member.bell.ring();
        },
        assigned: () => assigned(member),
        end() {
          member.ended = true;
          member.bell.ring();
        },
        ended: () => member.ended,
        leave() {
          members.splice(members.indexOf(member), 1);
          change();
        },
      };
    },
  };
}
