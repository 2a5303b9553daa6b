import { create } from 'zustand';

export type PointerMode = 'orbit' | 'fly' | 'box' | 'lasso';

interface SelectionState {
  /** Row of the point looked at, in the frame's order. */
  readonly selected: number | null;
  /** Row of the point it is compared with. */
  readonly compared: number | null;
  readonly hovered: number | null;
  /** Rows inside the last box or lasso. */
  readonly region: readonly number[];
  readonly hiddenGroups: ReadonlySet<string>;
  readonly mode: PointerMode;
  readonly table: boolean;
  /** The camera flies to this row; a new nonce flies again. */
  readonly flyTo: { readonly index: number; readonly nonce: number } | null;
  readonly resetNonce: number;
}

interface SelectionActions {
  hover(index: number | null): void;
  toggleGroup(id: string): void;
  /** Shows one group alone, or all again where it is alone already. */
  soloGroup(id: string, all: readonly string[]): void;
  showAllGroups(): void;
  setMode(mode: PointerMode): void;
  setTable(table: boolean): void;
  resetCamera(): void;
  fly(index: number): void;
  /** Forgets all that names rows, since the rows mean other points now. */
  forgetRows(): void;
}

export const useSelection = create<SelectionState & SelectionActions>()((set) => ({
  selected: null,
  compared: null,
  hovered: null,
  region: [],
  hiddenGroups: new Set(),
  mode: 'orbit',
  table: false,
  flyTo: null,
  resetNonce: 0,
  hover: (hovered) => set({ hovered }),
  toggleGroup: (id) =>
    set(({ hiddenGroups }) => {
      const next = new Set(hiddenGroups);
      if (!next.delete(id)) next.add(id);
      return { hiddenGroups: next };
    }),
  soloGroup: (id, all) =>
    set(({ hiddenGroups }) => {
      const alone = !hiddenGroups.has(id) && hiddenGroups.size === all.length - 1;
      return { hiddenGroups: alone ? new Set() : new Set(all.filter((other) => other !== id)) };
    }),
  showAllGroups: () => set({ hiddenGroups: new Set() }),
  setMode: (mode) => set({ mode }),
  setTable: (table) => set({ table }),
  resetCamera: () => set(({ resetNonce }) => ({ resetNonce: resetNonce + 1 })),
  fly: (index) => set(({ flyTo }) => ({ flyTo: { index, nonce: (flyTo?.nonce ?? 0) + 1 } })),
  forgetRows: () => set({ selected: null, compared: null, hovered: null, region: [], flyTo: null }),
}));
