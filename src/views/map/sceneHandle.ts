import { createRef } from 'react';
import type { SemanticMapHandle } from '../../scene/mapProps.ts';

/** The mounted scene, for pictures of it; null while the table is shown. */
export const sceneHandle = createRef<SemanticMapHandle>();
