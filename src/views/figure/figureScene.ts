import { createRef } from 'react';
import type { SemanticMapHandle } from '../../scene/mapProps.ts';

/** The scene that shows the figure, for pictures. */
export const figureScene = createRef<SemanticMapHandle>();
