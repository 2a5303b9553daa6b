import { latePart } from '../late/latePart.tsx';

/** Fetches the scene, which is no part of the first screen. */
export const loadScene = () => import('../../scene/SemanticMap.tsx');

/** One for all views: where a view's maps are others than those before, nothing is waited for a second time. */
export const SemanticMap = latePart(loadScene, 'whole');
