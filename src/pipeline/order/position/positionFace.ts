import { cardOf, modelSession } from '../../modelSessions.ts';
import type { OrderAsked, OrderFaceResult, OrderWork } from '../orderResult.ts';
import { relativeAnswer, sinusoidalAnswer } from './formulas.ts';
import { learnedAnswer, tableFigure } from './learnedTable.ts';
import type { PositionAnswer } from './positionAnswer.ts';
import { rotaryAnswer } from './rotaryWork.ts';

/** The ways to tell a place: those that are formulas at once, then what the model chosen has of its own. */
export async function positionFace(
  _asked: Extract<OrderAsked, { face: 'position' }>,
  work: OrderWork,
): Promise<OrderFaceResult<PositionAnswer>> {
  const { request, signal, onFrame } = work;
  const card = await cardOf(request.model);
  const formulas = {
    face: 'position',
    sinusoidal: sinusoidalAnswer(),
    relative: relativeAnswer(),
    learned: null,
    rotary: null,
  } as const;
  const bare = { card, report: null, figure: null, notes: [] } as const;
  onFrame({ ...bare, answer: formulas });
  const position = card.kind === 'contextual' ? card.graph.position : undefined;
  if (position?.kind === 'learned') {
    const model = await modelSession(request.model, request.device, work, { form: 'plain' });
    const table = await model.positionTable();
    if (table) {
      const figure = await tableFigure(table, request, signal);
      const learned = learnedAnswer(card.id, table);
      return { ...bare, report: model.report, figure, answer: { ...formulas, learned } };
    }
  }
  if (position?.kind === 'rotary') {
    const model = await modelSession(request.model, request.device, work, { form: 'inside' });
    const rotary = await rotaryAnswer(model, position.base, request.layer, signal);
    return { ...bare, report: model.report, answer: { ...formulas, rotary } };
  }
  return { ...bare, answer: formulas };
}
