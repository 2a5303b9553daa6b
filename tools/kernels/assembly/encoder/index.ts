export { attend } from './attend';
export { embed } from './embed';
export { finishLayer, linear } from './layer';
