import type { Rig } from './rig.ts';
import type { View } from './view.ts';

/** Where the cameras of a link look from, and whether a person has put them there. */
interface SharedView {
  readonly view: View;
  readonly held: boolean;
}

/** Cameras that move as one: whichever is moved, the others go with it. It outlives the maps that join it. */
export interface ViewLink {
  last: SharedView | null;
  readonly members: Set<Member>;
}

interface Member {
  take(shared: SharedView): void;
  /** Stays where it is. */
  rest(): void;
}

/** A map's part in a link. */
export interface LinkedRig {
  /** A hand has taken hold of this map: the others stop where they are, and follow it. */
  lead(): void;
  /** After each step of the rig: tells the others of a move of its own. @returns whether another has moved it */
  step(): boolean;
  /** A map that appears among others takes their view where a person has chosen it. @returns whether it did */
  resume(): boolean;
  leave(): void;
}

/** A link that no map has joined yet. */
export function createViewLink(): ViewLink {
  return { last: null, members: new Set() };
}

/**
 * Joins a rig to the others of a link.
 * @param moved called when another has moved it, to ask for a frame
 */
export function joinViews(link: ViewLink, rig: Rig, moved: () => void): LinkedRig {
  let led = false;
  let known: SharedView = { view: rig.current, held: rig.held };
  const member: Member = {
    take(shared) {
      rig.follow(shared.view, shared.held);
      known = shared;
      led = true;
      moved();
    },
    rest: () => rig.follow(rig.current, rig.held),
  };
  link.members.add(member);
  const others = () => [...link.members].filter((other) => other !== member);
  return {
    lead() {
      for (const other of others()) other.rest();
    },
    step() {
      const { current, held } = rig;
      const was = led;
      led = false;
      // a view that was taken is known by identity, so it is not told on
      if (known.view === current && known.held === held) return was;
      known = { view: current, held };
      link.last = known;
      for (const other of others()) other.take(known);
      return was;
    },
    resume() {
      if (!link.last?.held) return false;
      known = link.last;
      rig.follow(known.view, true);
      return true;
    },
    leave: () => void link.members.delete(member),
  };
}
