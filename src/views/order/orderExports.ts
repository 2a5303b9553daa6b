import { useOrder } from '../../stores/order/orderStore.ts';
import { faceDocument, faceFiles } from '../faces/faceExports.ts';

/** What the view shows, as files. */
export const orderFiles = faceFiles(
  () => useOrder.getState().result,
  ({ request }) => request.model,
  (result) => {
    const { layer, asked } = result.request;
    return faceDocument(result, { layer, data: asked.face === 'sentences' ? asked.data : 'own' });
  },
);
