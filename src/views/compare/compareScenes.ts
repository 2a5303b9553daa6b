import { createRef } from 'react';
import type { SemanticMapHandle } from '../../scene/mapProps.ts';

/** The mounted scenes, for pictures of them; null while the table is shown. One map that morphs is the left one. */
export const leftScene = createRef<SemanticMapHandle>();
export const rightScene = createRef<SemanticMapHandle>();
