import { createRef } from 'react';
import type { SemanticMapHandle } from '../../scene/mapProps.ts';

/** The two mounted scenes, for pictures of them; null while the matrix or the table is shown. */
export const staticScene = createRef<SemanticMapHandle>();
export const occurrenceScene = createRef<SemanticMapHandle>();
