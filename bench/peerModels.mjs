/** Lays out our models as transformers.js wants to find them: the same weights and tokenizer, its own config files. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepOneOutput } from './onnxOutputs.mjs';

/**
 * Writes `<folder>/<id>/` from `public/models/<id>/`. The graph is our model.onnx cut down to the one output that
 * transformers.js reads: it fetches every output a graph has, and copying out all our layers would slow it down.
 */
export function writePeerModel(source, folder) {
  const card = JSON.parse(readFileSync(join(source, 'model.json'), 'utf8'));
  const target = join(folder, card.id);
  mkdirSync(join(target, 'onnx'), { recursive: true });
  const { files, graph } = card;
  const bytes = readFileSync(join(source, files.graph.path));
  const last = graph.hiddenStates[graph.hiddenStates.length - 1];
  writeFileSync(join(target, 'onnx', 'model.onnx'), keepOneOutput(bytes, last, 'last_hidden_state'));
  copyFileSync(join(source, files.tokenizer.path), join(target, 'tokenizer.json'));
  const json = (name, value) => writeFileSync(join(target, name), JSON.stringify(value));
  json('config.json', { model_type: 'bert', architectures: ['BertModel'], hidden_size: card.dim });
  json('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    model_max_length: card.maxTokens,
    do_lower_case: true,
    pad_token: '[PAD]',
    unk_token: '[UNK]',
    cls_token: '[CLS]',
    sep_token: '[SEP]',
    mask_token: '[MASK]',
  });
  return card;
}
