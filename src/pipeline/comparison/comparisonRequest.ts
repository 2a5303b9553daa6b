import { comparedModels, dataOf, type LinkState, type ModelId } from '../../contract/deepLink.ts';
import type { OwnTexts } from '../../contract/fragment.ts';
import type { Device, Layer, Pooling } from '../../contract/options.ts';
import type { MapRequest } from '../mapRequest.ts';

/** One of two ways to see the same items: a model, and what is taken from it. */
export interface Side {
  readonly model: ModelId;
  readonly device: Device;
  /** null: the model's last. */
  readonly layer: Layer | null;
  /** null: the card's. */
  readonly pooling: Pooling | null;
  readonly centre: 'none' | 'shown';
}

/** Everything that decides what a comparison looks like. */
export interface ComparisonRequest extends Pick<MapRequest, 'data' | 'own' | 'projection'> {
  readonly left: Side;
  readonly right: Side;
  /** How the right map is laid beside the left: fitted by itself and turned, or both fitted together. */
  readonly align: 'turned' | 'joint';
}

/** The part of a link that decides what is compared. */
export function comparisonRequestOf(link: LinkState, own: OwnTexts | null): ComparisonRequest {
  const { projector, dims, metric, nNeighbors, minDist, nEpochs, seed, engine, align } = link;
  const { left, right } = comparedModels(link);
  return {
    data: dataOf(link),
    own,
    left: {
      model: left,
      device: link.device,
      layer: link.layer,
      pooling: link.pooling,
      centre: link.centre ?? 'none',
    },
    right: {
      model: right,
      device: link.device2,
      layer: link.layer2,
      pooling: link.pooling2,
      centre: link.centre2 ?? 'none',
    },
    align,
    projection: { projector, dims, metric, nNeighbors, minDist, nEpochs, seed, engine },
  };
}
